#!/bin/sh
# Makes models/english.ppmodel again, byte for byte:
#     tools/train-reader/train.sh BUILD-FOLDER TREEBANK-FOLDER WORDNET-FOLDER
# BUILD-FOLDER: of a release build with -DPP_TRAIN=ON. TREEBANK-FOLDER: holds en_ewt-train.conllu.xz and
# en_ewt-dev.conllu.xz of Universal Dependencies. WORDNET-FOLDER: WordNet 3.0's dictionary files, as
# Debian's wordnet-base has them in /usr/share/wordnet. Takes ten to twenty minutes.
set -eu
build=$1 treebank=$2 wordnet=$3
models=$(dirname "$0")/../../models
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for part in train dev; do
    xz -dc "$treebank/en_ewt-$part.conllu.xz" > "$work/$part.conllu"
done
"$build/tools/train-reader/train-reader" "$work/train.conllu" "$work/dev.conllu" "$wordnet" \
    "$models/english.ppmodel" | tee "$models/training.log"
