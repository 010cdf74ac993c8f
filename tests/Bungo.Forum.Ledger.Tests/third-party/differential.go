// Prints what Go's tlog package makes of the logs "entry 0", "entry 1" ... of every size up to the one given: the root,
// and for a few entries and older sizes the proofs. The test that runs it holds every line against ours.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"

	"golang.org/x/mod/sumdb/tlog"
)

type stored []tlog.Hash

func (s stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, i := range indexes {
		hashes = append(hashes, s[i])
	}
	return hashes, nil
}

func main() {
	largest, err := strconv.ParseInt(os.Args[1], 10, 64)
	check(err)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	var all stored
	for size := int64(0); size <= largest; size++ {
		if size > 0 {
			hashes, err := tlog.StoredHashes(size-1, []byte(fmt.Sprintf("entry %d", size-1)), all)
			check(err)
			all = append(all, hashes...)
		}
		// The Go package defines no hash of an empty tree other than zeroes; ours is RFC 6962's and not compared.
		root, err := tlog.TreeHash(size, all)
		check(err)
		fmt.Fprintf(out, "root %d %v\n", size, root)
		if size == 0 {
			continue
		}
		for _, n := range []int64{0, size * 7919 % size, size * size * 31 % 1009 % size, size - 1} {
			proof, err := tlog.ProveRecord(size, n, all)
			check(err)
			fmt.Fprintf(out, "record %d %d %v\n", size, n, []tlog.Hash(proof))
		}
		for _, old := range []int64{1, 1 + size*size*17%2003%size, 1 + (size-1)/2, size} {
			proof, err := tlog.ProveTree(size, old, all)
			check(err)
			fmt.Fprintf(out, "tree %d %d %v\n", size, old, []tlog.Hash(proof))
		}
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
