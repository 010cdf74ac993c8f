// A second opinion on the public ledger, by code that is not ours: Go's golang.org/x/mod/sumdb, as Debian packages it
// (golang-go, golang-golang-x-mod-dev). It opens the checkpoint, re-hashes every entry against tiles that lead to the
// signed root, and proves that an older checkpoint, if one is given, is the beginning of this log.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run check.go DIR VKEY [OLD-CHECKPOINT]
//
// DIR is an export, or a copy of everything below /buku/v1/. VKEY is the log's key, from the decree rather than from DIR.
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8
const width = 1 << height

func main() {
	if len(os.Args) < 3 || len(os.Args) > 4 {
		fail("usage: check DIR VKEY [OLD-CHECKPOINT]")
	}
	dir, vkey := os.Args[1], os.Args[2]
	tree := checkpoint(filepath.Join(dir, "checkpoint"), vkey)
	// Every hash that this reader hands out has been checked against the root.
	hashes := tlog.TileHashReader(tree, files(dir))
	for first := int64(0); first < tree.N; first += width {
		checkBundle(dir, tree, hashes, first)
	}
	for _, n := range []int64{0, tree.N / 2, tree.N - 1} {
		if n < 0 || n >= tree.N {
			continue
		}
		proof, err := tlog.ProveRecord(tree.N, n, hashes)
		check(err)
		leaf, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, n)})
		check(err)
		check(tlog.CheckRecord(proof, tree.N, tree.Hash, n, leaf[0]))
	}
	if len(os.Args) == 4 {
		old := checkpoint(os.Args[3], vkey)
		if old.N > tree.N {
			fail("the log is shorter than the old checkpoint: %d, %d", tree.N, old.N)
		}
		if old.N > 0 {
			proof, err := tlog.ProveTree(tree.N, old.N, hashes)
			check(err)
			check(tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash))
		}
		fmt.Printf("consistent with size %d\n", old.N)
	}
	fmt.Printf("sound: %d records, root %v\n", tree.N, tree.Hash)
}

// checkpoint opens the signed note; x/mod's own ParseTree insists on the first line of Go's database.
func checkpoint(path, vkey string) tlog.Tree {
	text, err := os.ReadFile(path)
	check(err)
	verifier, err := note.NewVerifier(vkey)
	check(err)
	opened, err := note.Open(text, note.VerifierList(verifier))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		fail("%s: not a checkpoint of %s", path, verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	return tlog.Tree{N: size, Hash: root}
}

func checkBundle(dir string, tree tlog.Tree, hashes tlog.HashReader, first int64) {
	count := tree.N - first
	if count > width {
		count = width
	}
	name := tilePath(tlog.Tile{H: height, L: -1, N: first / width, W: int(count)})
	bundle, err := os.ReadFile(filepath.Join(dir, name))
	check(err)
	var indexes []int64
	for i := int64(0); i < count; i++ {
		indexes = append(indexes, tlog.StoredHashIndex(0, first+i))
	}
	leaves, err := hashes.ReadHashes(indexes)
	check(err)
	for i, leaf := range leaves {
		if len(bundle) < 2 || len(bundle)-2 < int(binary.BigEndian.Uint16(bundle)) {
			fail("%s: cut short at record %d", name, first+int64(i))
		}
		end := 2 + int(binary.BigEndian.Uint16(bundle))
		if tlog.RecordHash(bundle[2:end]) != leaf {
			fail("%s: record %d is not the one in the tree", name, first+int64(i))
		}
		bundle = bundle[end:]
	}
	if len(bundle) > 0 {
		fail("%s: %d bytes behind the last record", name, len(bundle))
	}
}

// tilePath is x/mod's, less the height, with the name that tlog-tiles has for data.
func tilePath(t tlog.Tile) string {
	path := strings.TrimPrefix(t.Path(), fmt.Sprintf("tile/%d/", height))
	if t.L == -1 {
		path = "entries/" + strings.TrimPrefix(path, "data/")
	}
	return "tile/" + path
}

type files string

func (files) Height() int                     { return height }
func (files) SaveTiles([]tlog.Tile, [][]byte) {}

func (dir files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range tiles {
		bytes, err := os.ReadFile(filepath.Join(string(dir), tilePath(t)))
		if err != nil {
			return nil, err
		}
		all = append(all, bytes)
	}
	return all, nil
}

func check(err error) {
	if err != nil {
		fail("%v", err)
	}
}

func fail(format string, args ...interface{}) {
	fmt.Fprintf(os.Stderr, "FAULT: "+format+"\n", args...)
	os.Exit(1)
}
