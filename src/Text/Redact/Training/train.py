#!/usr/bin/env python3
"""Trains the evidence about names and places: evidence.bin, which the library embeds.

usage: train.py GAZETTEERS RELEASES WORDS OUT      (reads world.txt beside it)
  GAZETTEERS  folder with the Census surnames and first names, SSA names, city and hospital tables
  RELEASES    folder with the official releases; ordinary and medical vocabulary is counted in their running text
  world.txt   given names, surnames and cities of the world, written by hand: what the American tables lack or hold as rare
  WORDS       a list of English words, one a line (SCOWL, Debian's wamerican); only lower-case ones count
What is written are weights by hash, no names: a 16-bit fingerprint and four 4-bit weights for each word or phrase, and weights of letter triples.

layout, little-endian: "CAEV", version u32, buckets u32, triples u32;
  buckets x 8 slots of u32: fingerprint 16 | given 4 | surname 4 | place 4 | ordinary 4   (fingerprint 0: empty)
  triples x i8: 16 times the log-odds that a word with this triple is a name rather than ordinary vocabulary; index ((a*28)+b)*28+c, ^ is 27, other letters 0
Place 15 means the phrase is the name of a hospital, 14 a county, 1 to 12 a city.
"""
import collections, csv, glob, io, math, os, re, struct, sys, unicodedata, zipfile

MASK = (1 << 64) - 1

def digest(text):
    """FNV-1a over the letters, finished by a multiplication: the same as Words.Hash in C#."""
    h = 0xcbf29ce484222325
    for ch in text:
        h = ((h ^ ord(ch)) * 0x100000001b3) & MASK
    h ^= h >> 32
    h = (h * 0x9E3779B97F4A7C15) & MASK
    return h ^ (h >> 29)

def plain(text):
    text = unicodedata.normalize('NFD', text.lower())
    return ''.join(c for c in text if not unicodedata.combining(c))

def words_of(text):
    return re.findall(r"[a-z]+", plain(text).replace("'", ''))

def main():
    gaz, releases, wordlist, out = sys.argv[1:5]
    given, surname, place, ordinary = (collections.Counter() for _ in range(4))
    raw_given, raw_surname = collections.Counter(), collections.Counter()
    for name in ('dist.female.first', 'dist.male.first'):
        for line in open(os.path.join(gaz, name)):
            f = line.split()
            raw_given[f[0].lower()] = max(raw_given[f[0].lower()], float(f[1]) * 1000)
    for line in open(os.path.join(gaz, 'yob2010.txt')):
        n, _, count = line.strip().split(',')
        raw_given[n.lower()] = max(raw_given[n.lower()], float(count) / 40)
    for line in open(os.path.join(gaz, 'dist.all.last')):
        f = line.split()
        raw_surname[f[0].lower()] = float(f[1]) * 1000
    for k, v in raw_given.items(): given[k] = min(15, 2 + int(math.log2(1 + v)))
    for k, v in raw_surname.items(): surname[k] = min(15, 2 + int(math.log2(1 + v)))
    spread = collections.Counter()
    for r in csv.DictReader(open(os.path.join(gaz, 'us_cities.csv'), encoding='utf-8')):
        spread[' '.join(words_of(r['CITY']))] += 1
        county = ' '.join(words_of(r['COUNTY'] or ''))
        if county: place[county] = max(place[county], 1)
    for k, v in spread.items(): place[k] = min(12, 4 + int(math.log2(v)))
    for r in csv.DictReader(open(os.path.join(gaz, 'Hospital_General_Information.csv'), encoding='utf-8')):
        k = ' '.join(words_of(r['Hospital Name']))
        if len(k.split()) >= 2: place[k] = 15
        city = ' '.join(words_of(r['City']))
        if city: place[city] = max(place[city], 5)

    # The tables of the world give no frequency: a floor that a single cue lifts to a find, and no more where the word is also vocabulary.
    floor = {'given': 6, 'surname': 5, 'city': 7}
    for line in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'world.txt'), encoding='utf-8'):
        if line.startswith('#') or not line.strip(): continue
        kind, _, list_ = line.strip().split('|')
        for word in list_.split():
            k = ' '.join(words_of(word.replace('_', ' ')))
            target = {'given': given, 'surname': surname, 'city': place}[kind]
            if kind == 'city': target[k] = max(min(target[k], 12), floor[kind])
            else: target[k] = max(target[k], floor[kind])
            if kind != 'city': (raw_given if kind == 'given' else raw_surname).setdefault(k, 1)

    counts = collections.Counter()
    def count(text):
        # A word counts as ordinary where it is written in lower case: names rarely are.
        for w in re.findall(r"(?<![A-Za-z'])[a-z]{2,}(?![A-Za-z])", text): counts[w] += 1
    def read(path):
        if path.endswith('.zip'):
            try:
                with zipfile.ZipFile(path) as z:
                    for n in z.namelist():
                        if n.lower().endswith(('.txt', '.xml', '.csv')): yield z.read(n).decode('latin-1')
            except zipfile.BadZipFile: return
        elif path.endswith(('.txt', '.xml', '.csv', '.md')):
            yield open(path, encoding='latin-1').read()
    for folder in ('mcd', 'icd10cm/2026', 'icd10cm/2025', 'icd10cm/2023', 'hcpcs/2025-10', 'icd9', 'icd10pcs', 'ccsr', 'rbcs', 'poa', 'pos'):
        for path in sorted(glob.glob(os.path.join(releases, folder, '**', '*'), recursive=True)):
            if os.path.isfile(path) and os.path.getsize(path) < 40_000_000:
                for text in read(path): count(re.sub(r'<[^>]*>', ' ', text))
    listed = {l.strip() for l in open(wordlist, encoding='utf-8') if re.fullmatch(r"[a-z]{2,}(?:'s)?", l.strip())}
    listed = {w.removesuffix("'s") for w in listed}
    for w in listed | set(counts):
        v = counts[w] if counts[w] > 1 or w in listed else 0
        weight = (4 if w in listed else 0) + min(9, int(math.log2(1 + v)))
        if weight >= 1: ordinary[w] = min(15, weight)

    keys = sorted(set(given) | set(surname) | set(place) | set(ordinary))
    keys = [k for k in keys if k]
    # A word goes into the first bucket from its own on that has room; who looks it up stops at a bucket that is not full.
    buckets = int(len(keys) / (8 * 0.92)) | 1
    table = [[] for _ in range(buckets)]
    for k in keys:
        h = digest(k)
        value = ((h & 0xFFFF) or 1) | given[k] << 16 | surname[k] << 20 | place[k] << 24 | ordinary[k] << 28
        b = (h >> 16) % buckets
        while len(table[b]) == 8: b = (b + 1) % buckets
        table[b].append(value)

    def triples(w):
        s = [27] + [ord(c) - 96 for c in w] + [27]
        return [(s[i] * 28 + s[i + 1]) * 28 + s[i + 2] for i in range(len(s) - 2)]
    pos, neg = collections.Counter(), collections.Counter()
    for source in (raw_given, raw_surname):
        for w, v in source.items():
            if re.fullmatch('[a-z]{3,}', w) and ordinary[w] == 0:
                for t in triples(w): pos[t] += 1
    for w in ordinary:
        if len(w) >= 3 and given[w] + surname[w] == 0:
            for t in triples(w): neg[t] += 1
    P, N = sum(pos.values()), sum(neg.values())
    weights = bytearray()
    for t in range(28 ** 3):
        w = math.log((pos[t] + 1) / (P + 20000)) - math.log((neg[t] + 1) / (N + 20000))
        weights += struct.pack('b', max(-127, min(127, round(w * 16))))
    with open(out, 'wb') as f:
        f.write(b'CAEV' + struct.pack('<III', 1, buckets, 28 ** 3))
        for slot in table: f.write(struct.pack('<8I', *(slot + [0] * (8 - len(slot)))))
        f.write(weights)
    print(len(keys), 'keys,', buckets, 'buckets,', os.path.getsize(out), 'bytes;', len(given), 'given,', len(surname), 'surnames,', len(place), 'places,', len(ordinary), 'ordinary')

main()
