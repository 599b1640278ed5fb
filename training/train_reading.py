"""Teaches a trained attribution network what its attributions mean and who is meant. `python train_reading.py --help`.

Starts from the weights of `train.py` and goes on with four kinds of data in turns, so that one encoder serves all of it: PolNeAR (what the
network knew must not be lost), PolNeAR's documents with layer-2 labels (stance, distance, type of source, speaker, disputes), the chains of
GUM and LitBank, and GAP's pronouns. The layer-2 labels are read anew at every epoch.
"""
from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from according_training.mentions import MentionExample, distance_bucket, kind_of, mention_examples, read_chains, read_gap, read_speakers, string_relations
from according_training.network import AttributionNetwork, load_network
from according_training.meanings import MeaningExample, meaning_examples
from according_training.polnear import examples, read_documents
from according_training.windows import Window
from according_training.wordpiece import WordPiece
from train import HERE, Collator, batches, losses, padding_bias, parameter_groups

LONGEST_MENTION = 24  # pieces
AVERAGE_EVERY = 4
# What a frozen encoder makes of each list of windows: computed once.
FROZEN: dict[tuple[int, int], Tensor] = {}


def encode(network: AttributionNetwork, windows: list, collate: Collator) -> tuple[Tensor, Tensor, Tensor | None]:
    """Hidden states, lengths and padding bias of a document's windows."""
    lengths = torch.tensor([len(w.ids) for w in windows])
    kept = (id(windows), len(windows))
    if kept in FROZEN:
        hidden = FROZEN[kept].float()
        return hidden, lengths, padding_bias(lengths, hidden.shape[1])
    ids = torch.zeros(len(windows), int(lengths.max()), dtype=torch.long)
    for i, w in enumerate(windows):
        ids[i, : len(w.ids)] = torch.tensor(collate.vary(w))
    bias = padding_bias(lengths, ids.shape[1])
    if not network.encoder.norm.weight.requires_grad:
        with torch.no_grad():
            FROZEN[kept] = network.encoder(ids, bias).half()
        return FROZEN[kept].float(), lengths, bias
    return network.encoder(ids, bias), lengths, bias


def looks(e: MentionExample) -> tuple[Tensor, Tensor]:
    """The kind of each mention, and the string relation of each two."""
    words = [e.document.text[m.start : m.end] for m in e.mentions]
    distinct = {w: i for i, w in enumerate(dict.fromkeys(words))}
    number = torch.tensor([distinct[w] for w in words])
    return torch.tensor([kind_of(w) for w in words]), string_relations(list(distinct))[number][:, number]


def mention_losses(network: AttributionNetwork, e: MentionExample, hidden: Tensor, everywhere: bool) -> Tensor:
    """Antecedents of the queries, and for complete documents also what is a mention and of what type; a sum over the document."""
    f = network.mentions.split(network.mentions(hidden))
    w, s, t = (torch.tensor(x) for x in zip(*e.places))
    loss = hidden.new_zeros(())
    types = torch.tensor([m.type for m in e.mentions])
    if (types >= 0).any():
        loss = loss + F.cross_entropy((f["type_start"][w, s] + f["type_end"][w, t])[types >= 0], types[types >= 0], reduction="sum") * 0.3
    if e.document.complete:
        score = f["open"] + f["close"].transpose(1, 2) + f["left"] @ f["right"].transpose(1, 2)
        n = score.shape[1]
        k = torch.arange(n)
        band = (k[None] >= k[:, None]) & (k[None] < k[:, None] + LONGEST_MENTION)
        usable = torch.zeros(len(e.windows), n, dtype=torch.bool)
        for i, window in enumerate(e.windows):
            usable[i, : len(window.ids)] = torch.tensor([x >= 0 for x in window.start])
        band = band[None] & usable[:, :, None] & usable[:, None, :]
        gold = torch.zeros_like(score)
        gold[w, s, t] = 1
        loss = loss + F.binary_cross_entropy_with_logits(score[band], gold[band], reduction="sum")
    query = f["query_start"][w, s] + f["query_end"][w, t]
    key = f["key_start"][w, s] + f["key_end"][w, t]
    new = (f["new_start"][w, s] + f["new_end"][w, t])[:, 0]
    kinds, relation = looks(e)
    n = len(e.mentions)
    order = torch.arange(n)
    between = torch.tensor([distance_bucket(d) for d in range(n + 1)])[(order[None] - order[:, None]).abs() - 1]
    # Row: the mention that refers back; column: what it may refer to.
    score = query @ key.T / math.sqrt(network.mentions.link)
    score = score + network.links.looks[kinds[None].expand(n, n), kinds[:, None].expand(n, n), relation]
    score = score + network.links.distance[kinds[:, None].expand(n, n), between]
    chain = torch.tensor([m.chain for m in e.mentions])
    same = chain[None] == chain[:, None]
    before = order[None] < order[:, None]
    nobody = ~(same & before).any(1)
    # A report may give a speaker's full name after the first mention; a first mention may then look ahead.
    allowed = before | (nobody[:, None] & (order[None] != order[:, None])) if everywhere else before
    full = torch.cat([new[:, None], score.masked_fill(~allowed, -1e9)], dim=1)
    right = torch.cat([~(same & allowed).any(1)[:, None], same & allowed], dim=1)
    if not e.queries:
        return loss
    q = torch.tensor(e.queries)
    return loss + (torch.logsumexp(full[q], 1) - torch.logsumexp(full[q].masked_fill(~right[q], -1e9), 1)).sum()


def meaning_losses(network: AttributionNetwork, e: MeaningExample, hidden: Tensor, lengths: Tensor, bias: Tensor | None, rng: random.Random) -> Tensor:
    """Stance, distance, type of source and disputes; a sum over the document's attributions."""
    rows = torch.tensor([a.window for a in e.attributions])
    anchors = torch.tensor([rng.choice(a.cue) for a in e.attributions])
    bias = None if bias is None else bias[rows]
    read = network.reader.read(hidden, rows, anchors, bias)
    roles = network.reader.score(read)
    inside = (torch.arange(hidden.shape[1])[None] < lengths[rows][:, None]).float()
    stance, distance, source_type, react, claim = network.meaning(hidden, rows, anchors, read, roles, inside)
    gold = lambda name: torch.tensor([getattr(a, name) for a in e.attributions])
    weight = torch.tensor([1.0, 2.0, 2.0])
    loss = F.cross_entropy(stance, gold("stance"), reduction="sum", label_smoothing=0.05)
    loss = loss + F.cross_entropy(distance, gold("distance"), weight=weight, reduction="sum", label_smoothing=0.05)
    loss = loss + F.cross_entropy(source_type, gold("source_type"), reduction="sum", label_smoothing=0.05)
    # Each reaction against all that it could contradict, itself left out; nothing, scored 0, is right where it contradicts nothing.
    n = len(e.attributions)
    score = (react @ claim.T / math.sqrt(react.shape[1])).masked_fill(torch.eye(n, dtype=torch.bool), -1e9)
    gold_links = torch.zeros(n, n)
    for i, a in enumerate(e.attributions):
        for j in a.disputes:
            gold_links[i, j] = 1
    off = ~torch.eye(n, dtype=torch.bool)
    pair = F.binary_cross_entropy_with_logits(score[off] - 3.0, gold_links[off], reduction="sum", pos_weight=torch.tensor(3.0))
    return loss + pair


def main() -> None:
    data = HERE / "../../shared/data"
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, default=data)
    ap.add_argument("--labels", type=Path, nargs="+", default=[HERE / "layer2/train.jsonl"])
    ap.add_argument("--encoder", type=Path, default=HERE / "work/encoder")
    ap.add_argument("--from", dest="start", type=Path, default=HERE / "work/run/weights.pt")
    ap.add_argument("--out", type=Path, default=HERE / "work/reading")
    ap.add_argument("--epochs", type=int, default=3)
    ap.add_argument("--rate", type=float, default=1.2e-4)
    ap.add_argument("--head-rate", type=float, default=1e-3)
    ap.add_argument("--old-share", type=float, default=0.35, help="share of PolNeAR's documents read again each epoch")
    ap.add_argument("--passes", type=int, default=2, help="times that a labelled document is read each epoch, cut into other windows")
    ap.add_argument("--size", type=int, default=128, help="pieces a window")
    ap.add_argument("--average", type=float, default=0.998)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--blend", type=Path, help="weights to average with those of --from before anything is trained")
    ap.add_argument("--share", type=float, default=0.75, help="share of --from in that average")
    ap.add_argument("--heads", action="store_true", help="train the heads of meaning and mentions alone; the rest stays as it is")
    ap.add_argument("--limit", type=int, default=0, help="steps of the first epoch to stop after, for trying out")
    o = ap.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(o.seed)
    wordpiece = WordPiece(o.encoder / "vocab.txt")
    network = load_network(o.start, strict=False)
    if o.blend:
        # Fine-tuning moves weights along one valley; some of the way back the older task is whole again (Wortsman et al., CVPR 2022).
        other = torch.load(o.blend)
        network.load_state_dict({k: v * o.share + other[k] * (1 - o.share) if k in other else v for k, v in network.state_dict().items()})
    optimizer = torch.optim.AdamW(parameter_groups(network, o.rate, o.head_rate, 0.01), betas=(0.9, 0.98))
    # The heads of the attributions are trained already: they go on at the encoder's pace.
    fresh = ("meaning.", "mentions.", "links.")
    for g, (name, _) in zip(optimizer.param_groups, [x for x in network.named_parameters() if x[1].requires_grad]):
        if not name.startswith(fresh) and not name.startswith("encoder."):
            g["peak"] = o.rate
    if o.heads:
        for name, p in network.named_parameters():
            p.requires_grad_(name.startswith(fresh))
    average = {k: v.clone() for k, v in network.state_dict().items()}
    polnear = read_documents(o.data / "polnear/train.jsonl")
    gum, litbank = read_chains(o.data / "coref/gum-train.jsonl", True), read_chains(o.data / "coref/litbank.jsonl", False)
    gap = read_gap(o.data / "coref/gap-development.jsonl")
    step, total = 0, 0
    jobs: list[tuple[str, object]] = []
    for epoch in range(o.epochs):
        rng = random.Random(o.seed * 1000 + (0 if o.heads else epoch))
        collate = Collator(wordpiece, rng, straight=0.2, masked=0.04)
        old = [] if o.heads else [x for d in polnear if rng.random() < o.old_share for x in examples([d], wordpiece, rng.choice([o.size, 192]), rng.randrange(4))]
        if not o.heads or not epoch:  # a frozen encoder's work is kept, so the same windows serve every epoch
            jobs = [("old", b) for b in batches(old, 2048, rng) if b]
            for d in gum + rng.sample(litbank, len(litbank) // 2):
                jobs += [("chains", x) for x in mention_examples(d, wordpiece, o.size, 12, rng.randrange(4))]
            pronouns = [x for d in gap for x in mention_examples(d, wordpiece, 192)]
            rng.shuffle(pronouns)
            for batch in (pronouns[k : k + 16] for k in range(0, len(pronouns), 16)):
                jobs.append(("gap", (batch, [w for e in batch for w in e.windows])))
            named = {d.name: d for d in read_speakers(o.data / "polnear/train.jsonl", o.labels)}
            for skip in rng.sample(range(4), o.passes):
                for e in meaning_examples(o.data / "polnear/train.jsonl", o.labels, wordpiece, o.size, skip):
                    jobs.append(("labelled", (e, [x for x in mention_examples(named[e.id], wordpiece, o.size, len(e.windows), skip)] if e.id in named else [])))
        random.Random(epoch).shuffle(jobs)
        if not total:
            # Labels may grow between epochs; the schedule then ends a little late, at its lowest rate.
            total = len(jobs) * o.epochs
        began, sums, counts = time.time(), {}, {}
        network.train()
        if o.heads:
            network.encoder.eval(); network.reader.eval()
        for k, (kind, job) in enumerate(jobs, 1):
            warm = min(1.0, (step + 1) / (0.04 * total))
            cool = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, step / total)))
            for g in optimizer.param_groups:
                g["lr"] = g["peak"] * warm * cool
            if kind == "old":
                cue, role = losses(network, collate(job))
                loss = cue + role
            elif kind == "gap":
                loss = gap_loss(network, *job, collate)
            elif kind == "labelled":
                e, mentions = job
                hidden, lengths, bias = encode(network, e.windows, collate)
                loss = meaning_losses(network, e, hidden, lengths, bias, rng) / 12
                for x in mentions:
                    loss = loss + mention_losses(network, x, hidden, everywhere=True) / 12
            else:
                hidden, _, _ = encode(network, job.windows, collate)
                loss = mention_losses(network, job, hidden, everywhere=False) / 60
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            if step % AVERAGE_EVERY == 0:
                decay = min(o.average, (1 + step) / (10 + step)) ** AVERAGE_EVERY
                with torch.no_grad():
                    for name, value in network.named_parameters():
                        average[name].lerp_(value, 1 - decay)
            sums[kind] = sums.get(kind, 0.0) + loss.item(); counts[kind] = counts.get(kind, 0) + 1
            if k % 50 == 0:
                print(json.dumps({"epoch": epoch, "step": step, "of": total, **{x: round(sums[x] / counts[x], 3) for x in sorted(sums)},
                                  "seconds": round(time.time() - began)}), flush=True)
                if o.limit and k >= o.limit:
                    return
        torch.save(average, o.out / "weights.tmp"); (o.out / "weights.tmp").replace(o.out / "weights.pt")


def gap_loss(network: AttributionNetwork, batch: list[MentionExample], windows: list[Window], collate: Collator) -> Tensor:
    """Several snippets at once: their windows side by side, their mentions apart."""
    hidden, _, _ = encode(network, windows, collate)
    f = network.mentions.split(network.mentions(hidden))
    loss, base = hidden.new_zeros(()), 0
    for e in batch:
        w, s, t = (torch.tensor(x) for x in zip(*e.places))
        w = w + base
        base += len(e.windows)
        if not e.queries or len(e.mentions) < 3:
            continue
        q = e.queries[0]
        others = [i for i in range(len(e.mentions)) if i != q]
        query = f["query_start"][w[q], s[q]] + f["query_end"][w[q], t[q]]
        key = (f["key_start"][w, s] + f["key_end"][w, t])[others]
        kinds, relation = looks(e)
        between = torch.tensor([distance_bucket(abs(i - q) - 1) for i in others])
        score = key @ query / math.sqrt(network.mentions.link)
        score = score + network.links.looks[kinds[others], kinds[q], relation[q, others]] + network.links.distance[kinds[q], between]
        new = (f["new_start"][w[q], s[q]] + f["new_end"][w[q], t[q]])[0]
        full = torch.cat([new[None], score])
        right = [i for i, k in enumerate(others, 1) if e.mentions[k].chain == e.mentions[q].chain] or [0]
        loss = loss + F.cross_entropy(full[None], torch.tensor(right[:1]))
    return loss / 8


if __name__ == "__main__":
    main()
