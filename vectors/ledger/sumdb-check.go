// Checks an exported ledger with Go's own golang.org/x/mod/sumdb, which shares no code with ours:
// the signature, the root, every tile, and the proofs of proofs.json if there is one.
//
//	go run sumdb-check.go DIR VKEY
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proofs struct {
	Inclusion []struct {
		Index, Size int64
		Proof       []string
	}
	Consistency []struct {
		Older, Newer int64
		Proof        []string
	}
}

type storage []tlog.Hash

func (s storage) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = s[index]
	}
	return hashes, nil
}

func must(err error) {
	if err != nil {
		fmt.Println("BAD", err)
		os.Exit(1)
	}
}

func read(dir, path string) []byte {
	data, err := os.ReadFile(filepath.Join(dir, path))
	must(err)
	return data
}

// tilePath is tlog's own path without the height, which C2SP tlog-tiles fixes at 8.
func tilePath(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

func open(dir, vkey string) (tree tlog.Tree) {
	verifier, err := note.NewVerifier(vkey)
	must(err)
	signed, err := note.Open(read(dir, "checkpoint"), note.VerifierList(verifier))
	must(err)
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		must(fmt.Errorf("checkpoint text %q", signed.Text))
	}
	tree.N, err = strconv.ParseInt(lines[1], 10, 64)
	must(err)
	tree.Hash, err = tlog.ParseHash(lines[2])
	must(err)
	return tree
}

// load stores the hashes of the entries of every bundle, in tlog's own numbering.
func load(dir string, size int64) storage {
	var hashes storage
	for n := int64(0); n < size; {
		tile := tlog.Tile{H: 8, L: 0, N: n / 256, W: 256}
		if size-n < 256 {
			tile.W = int(size - n)
		}
		bundle := read(dir, strings.Replace(tilePath(tile), "tile/0/", "tile/entries/", 1))
		for i := 0; i < tile.W; i++ {
			end := 2 + int(bundle[0])<<8 + int(bundle[1])
			stored, err := tlog.StoredHashes(n, bundle[2:end], hashes)
			must(err)
			hashes = append(hashes, stored...)
			bundle = bundle[end:]
			n++
		}
		if len(bundle) > 0 {
			must(fmt.Errorf("bytes after entry %d", n-1))
		}
	}
	return hashes
}

func decode(texts []string) (hashes []tlog.Hash) {
	for _, text := range texts {
		data, err := base64.StdEncoding.DecodeString(text)
		must(err)
		var hash tlog.Hash
		copy(hash[:], data)
		hashes = append(hashes, hash)
	}
	return hashes
}

func checkProofs(hashes storage, list proofs) {
	root := func(size int64) tlog.Hash {
		hash, err := tlog.TreeHash(size, hashes)
		must(err)
		return hash
	}
	for _, p := range list.Inclusion {
		leaf := hashes[tlog.StoredHashIndex(0, p.Index)]
		must(tlog.CheckRecord(decode(p.Proof), p.Size, root(p.Size), p.Index, leaf))
	}
	for _, p := range list.Consistency {
		must(tlog.CheckTree(decode(p.Proof), p.Newer, root(p.Newer), p.Older, root(p.Older)))
	}
}

func main() {
	dir, vkey := os.Args[1], os.Args[2]
	tree := open(dir, vkey)
	hashes := load(dir, tree.N)
	root, err := tlog.TreeHash(tree.N, hashes)
	must(err)
	if root != tree.Hash {
		must(fmt.Errorf("root %v, signed %v", root, tree.Hash))
	}
	tiles := 0
	for _, tile := range tlog.NewTiles(8, 0, tree.N) {
		// NewTiles names every partial width on the way; an export holds the last one of each row.
		if tile.W < 256 && int64(tile.W) != tree.N>>(8*tile.L)%256 {
			continue
		}
		tiles++
		data, err := tlog.ReadTileData(tile, hashes)
		must(err)
		if !bytes.Equal(data, read(dir, tilePath(tile))) {
			must(fmt.Errorf("tile %s", tilePath(tile)))
		}
	}
	var list proofs
	if data, err := os.ReadFile(filepath.Join(dir, "proofs.json")); err == nil {
		must(json.Unmarshal(data, &list))
		checkProofs(hashes, list)
	}
	fmt.Println("OK", tree.N, "entries,", tiles, "tiles,",
		len(list.Inclusion), "inclusion and", len(list.Consistency), "consistency proofs")
}
