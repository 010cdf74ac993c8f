// Says of every proof in a file, one a line, whether Go's tlog package takes it: y or n. A line is
// "record SIZE INDEX ROOT LEAF HASH..." or "tree SIZE OLD ROOT OLDROOT HASH...", hashes in base64.
package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	file, err := os.Open(os.Args[1])
	check(err)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		size, err := strconv.ParseInt(words[1], 10, 64)
		check(err)
		at, err := strconv.ParseInt(words[2], 10, 64)
		check(err)
		var hashes []tlog.Hash
		for _, word := range words[3:] {
			bytes, err := base64.StdEncoding.DecodeString(word)
			check(err)
			var hash tlog.Hash
			copy(hash[:], bytes)
			hashes = append(hashes, hash)
		}
		if words[0] == "record" {
			err = tlog.CheckRecord(tlog.RecordProof(hashes[2:]), size, hashes[0], at, hashes[1])
		} else {
			err = tlog.CheckTree(tlog.TreeProof(hashes[2:]), size, hashes[0], at, hashes[1])
		}
		if err == nil {
			fmt.Fprintln(out, "y")
		} else {
			fmt.Fprintln(out, "n")
		}
	}
	check(lines.Err())
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
