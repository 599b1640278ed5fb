"""The attribution network: one encoder pass over a window, cue scores, and for each anchor the roles of every piece.

A cue scorer finds the pieces that belong to a cue. Any of them can serve as the *anchor* of its attribution: a reader
layer, told which piece is the anchor, labels every piece of the window as nothing, source, cue or content of that
attribution, and a linear-chain CRF chooses the best labelling. Spans thus come out linked, contents may have several
pieces, and two attributions may share a source.
"""
from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

ROLES = ("none", "source", "cue", "content")
CUE = ROLES.index("cue")
STANCES = ("asserts", "denies", "doubts", "accuses", "believes", "intends", "directs", "asks", "refuses")
DISTANCES = ("neutral", "distancing", "endorsing")
SOURCE_TYPES = ("person", "organisation", "government", "media", "document", "group", "unnamed", "author", "none")
MENTION_TYPES = ("person", "organization", "place", "object", "event", "abstract", "time", "substance", "animal", "plant")
MENTION_KINDS = ("name", "nominal", "pronoun")
STRING_RELATIONS = ("none", "same", "within", "same-head")
DISTANCE_BUCKETS = 10
MENTION_FEATURES = ("open", "close", "left", "right", "type_start", "type_end", "new_start", "new_end",
                    "query_start", "query_end", "key_start", "key_end")
FORBIDDEN = -1e4


class FeatureDropout(nn.Module):
    """Drops the same features at every piece of a window: drawing one mask a piece took 15 % of the time of training."""

    def __init__(self, rate: float):
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        keep = (torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.rate).to(x.dtype)
        return x * (keep / (1 - self.rate))


class Attention(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        n, t, d = x.shape
        q, k, v = (f(x).view(n, t, self.heads, d // self.heads).transpose(1, 2) for f in (self.query, self.key, self.value))
        if torch.onnx.is_in_onnx_export():  # plain operators: fused ones are slower in int8 on CPU
            scores = q @ k.transpose(2, 3) * (1 / math.sqrt(d // self.heads))
            y = torch.softmax(scores, dim=-1) @ v
        else:
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        return self.out(y.transpose(1, 2).reshape(n, t, d))


class EncoderLayer(nn.Module):
    """BERT's layer: attention and feed-forward, each with its residual and a norm after it."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float):
        super().__init__()
        self.attention = Attention(width, heads)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = FeatureDropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        x = self.attention_norm(x + self.drop(self.attention(x, bias)))
        return self.norm(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary: int = 30522, width: int = 384, layers: int = 6, heads: int = 12, positions: int = 512, dropout: float = 0.1):
        super().__init__()
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(EncoderLayer(width, heads, 4 * width, dropout) for _ in range(layers))
        self.drop = FeatureDropout(dropout)

    def forward(self, ids: Tensor, bias: Tensor | None) -> Tensor:
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.word(ids) + self.position(positions)))
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_bert(self, file: Path) -> None:
        """Takes the weights of a BERT checkpoint in safetensors format. Its one token type is added into the positions."""
        from safetensors.torch import load_file

        weights = load_file(str(file))
        e = "embeddings."
        self.word.weight.data.copy_(weights[e + "word_embeddings.weight"])
        self.position.weight.data.copy_(weights[e + "position_embeddings.weight"] + weights[e + "token_type_embeddings.weight"][0])
        copy(self.norm, weights, e + "LayerNorm")
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{i}."
            copy(layer.attention.query, weights, p + "attention.self.query")
            copy(layer.attention.key, weights, p + "attention.self.key")
            copy(layer.attention.value, weights, p + "attention.self.value")
            copy(layer.attention.out, weights, p + "attention.output.dense")
            copy(layer.attention_norm, weights, p + "attention.output.LayerNorm")
            copy(layer.up, weights, p + "intermediate.dense")
            copy(layer.down, weights, p + "output.dense")
            copy(layer.norm, weights, p + "output.LayerNorm")


def copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(weights[name + ".weight"])
    module.bias.data.copy_(weights[name + ".bias"])


class Reader(nn.Module):
    """Scores the roles of every piece for one anchor: `[anchors, pieces, roles]`."""

    REACH = 64  # distances beyond this many pieces share one embedding

    def __init__(self, width: int, inner: int = 128, heads: int = 4, dropout: float = 0.1):
        super().__init__()
        self.token, self.anchor = nn.Linear(width, inner), nn.Linear(width, inner)
        self.left, self.right, self.match = nn.Linear(width, inner), nn.Linear(width, inner), nn.Linear(inner, inner)
        self.distance = nn.Embedding(2 * self.REACH + 1, inner)
        self.norm = nn.LayerNorm(inner)
        self.layer = EncoderLayer(inner, heads, 2 * inner, dropout)
        self.score = nn.Linear(inner, len(ROLES))

    def read(self, hidden: Tensor, window: Tensor, anchor: Tensor, bias: Tensor | None) -> Tensor:
        """What each piece is to each anchor, `[anchors, pieces, inner]`.

        `hidden` is `[windows, pieces, width]`; `window` and `anchor` say, per anchor, which window and piece it is.
        """
        at = hidden[window, anchor]
        distance = torch.arange(hidden.shape[1], device=hidden.device)[None, :] - anchor[:, None]
        distance = distance.clamp(-self.REACH, self.REACH) + self.REACH
        x = self.token(hidden)[window] + self.anchor(at)[:, None] + self.distance(distance)
        x = x + self.match(self.left(hidden)[window] * self.right(at)[:, None])
        return self.layer(self.norm(F.gelu(x)), bias)

    def forward(self, hidden: Tensor, window: Tensor, anchor: Tensor, bias: Tensor | None) -> Tensor:
        return self.score(self.read(hidden, window, anchor, bias))


class Chain(nn.Module):
    """Linear-chain CRF over the roles of a window's pieces."""

    def __init__(self, labels: int = len(ROLES)):
        super().__init__()
        self.transition = nn.Parameter(torch.eye(labels) * 2)
        self.first = nn.Parameter(torch.zeros(labels))

    def log_partition(self, scores: Tensor, lengths: Tensor) -> Tensor:
        a = self.first + scores[:, 0]
        for t in range(1, scores.shape[1]):
            b = torch.logsumexp(a[:, :, None] + self.transition[None], dim=1) + scores[:, t]
            a = torch.where((t < lengths)[:, None], b, a)
        return torch.logsumexp(a, dim=1)

    def loss(self, scores: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
        """Negative log-likelihood of each row's labels."""
        t = torch.arange(scores.shape[1], device=scores.device)
        inside = (t[None] < lengths[:, None]).to(scores.dtype)
        gold = (scores.gather(2, labels[:, :, None])[:, :, 0] * inside).sum(1) + self.first[labels[:, 0]]
        gold = gold + (self.transition[labels[:, :-1], labels[:, 1:]] * inside[:, 1:]).sum(1)
        return self.log_partition(scores, lengths) - gold

    @torch.no_grad()
    def decode(self, scores: Tensor) -> list[int]:
        """Best labelling of one unpadded window."""
        a, back = self.first + scores[0], []
        for t in range(1, scores.shape[0]):
            best, which = (a[:, None] + self.transition).max(0)
            back.append(which)
            a = best + scores[t]
        path = [int(a.argmax())]
        for which in reversed(back):
            path.append(int(which[path[-1]]))
        return path[::-1]


class Meaning(nn.Module):
    """Scores, per anchor, what the attribution means: its stance, distance and type of source, and a query and a key of disputes.

    It sees the anchor, and the pieces of each role averaged by how likely the reader holds them to be of that role.
    """

    def __init__(self, width: int, inner: int = 128, link: int = 48, dropout: float = 0.2):
        super().__init__()
        self.token, self.anchor = nn.Linear(width, inner), nn.Linear(width, inner)
        self.role = nn.ModuleList(nn.Linear(2 * inner, inner) for _ in ROLES[1:])
        self.hidden = nn.Linear(4 * inner, 2 * inner)
        self.drop = nn.Dropout(dropout)
        self.stance, self.distance, self.source_type = (nn.Linear(2 * inner, len(x)) for x in (STANCES, DISTANCES, SOURCE_TYPES))
        self.react, self.claim = nn.Linear(2 * inner, link), nn.Linear(2 * inner, link)

    def forward(self, hidden: Tensor, window: Tensor, anchor: Tensor, read: Tensor, roles: Tensor, inside: Tensor | None = None) -> tuple[Tensor, ...]:
        """`read` and `roles` are the reader's pieces and scores; `inside`, `[anchors, pieces]`, is 0 at padding."""
        share = torch.softmax(roles, dim=-1)
        if inside is not None:
            share = share * inside[:, :, None]
        pieces = torch.cat([self.token(hidden)[window], read], dim=-1)
        mean = (share.transpose(1, 2) @ pieces) / (share.sum(1)[:, :, None] + 1e-3)
        parts = [self.anchor(hidden[window, anchor])] + [f(mean[:, i + 1]) for i, f in enumerate(self.role)]
        x = self.drop(F.gelu(self.hidden(self.drop(F.gelu(torch.cat(parts, dim=-1))))))
        return self.stance(x), self.distance(x), self.source_type(x), self.react(x), self.claim(x)


class Mentions(nn.Module):
    """Per piece, everything that finds mentions, types them and links them.

    A mention from piece `s` to piece `e` is worth `open[s] + close[e] + left[s]·right[e]`; its type is scored by
    `type_start[s] + type_end[e]`; it is new to the text by `new_start[s] + new_end[e]`, and refers back to another by its query
    (`query_start[s] + query_end[e]`) times the other's key, made alike. That is start-to-end coreference (Kirstain et al., ACL 2021) with
    query and key in one space, so that the products can be taken outside of the network, across windows.
    """

    def __init__(self, width: int, inner: int = 256, pair: int = 32, link: int = 96, dropout: float = 0.2):
        super().__init__()
        self.pair, self.link = pair, link
        self.hidden = nn.Linear(width, inner)
        self.drop = nn.Dropout(dropout)
        self.out = nn.Linear(inner, sum(self.sizes))
        nn.init.constant_(self.out.bias[:2], -2.0)  # few spans are mentions

    @property
    def sizes(self) -> list[int]:
        kinds = len(MENTION_TYPES)
        return [1, 1, self.pair, self.pair, kinds, kinds, 1, 1, self.link, self.link, self.link, self.link]

    def forward(self, hidden: Tensor) -> Tensor:
        """`[windows, pieces, features]`, the features in the order of `MENTION_FEATURES`."""
        return self.out(self.drop(F.gelu(self.hidden(hidden))))

    def split(self, features: Tensor) -> dict[str, Tensor]:
        return dict(zip(MENTION_FEATURES, features.split(self.sizes, dim=-1)))


class LinkFeatures(nn.Module):
    """What a link is worth by how its mentions look and how far apart they are, beside query and key."""

    def __init__(self):
        super().__init__()
        self.looks = nn.Parameter(torch.zeros(len(MENTION_KINDS), len(MENTION_KINDS), len(STRING_RELATIONS)))
        self.distance = nn.Parameter(torch.zeros(len(MENTION_KINDS), DISTANCE_BUCKETS))


class AttributionNetwork(nn.Module):
    def __init__(self, encoder: Encoder, width: int = 384):
        super().__init__()
        self.encoder = encoder
        self.cue_hidden, self.cue_score = nn.Linear(width, width), nn.Linear(width, 1)
        self.reader = Reader(width)
        self.chain = Chain()
        self.meaning = Meaning(width)
        self.mentions = Mentions(width)
        self.links = LinkFeatures()
        nn.init.constant_(self.cue_score.bias, -3.0)

    def cues(self, hidden: Tensor) -> Tensor:
        """Logit, per piece, of belonging to a cue."""
        return self.cue_score(F.gelu(self.cue_hidden(hidden)))[:, :, 0]


def load_network(weights: Path, strict: bool = True) -> AttributionNetwork:
    """A network with trained weights; where not `strict`, parts that the weights lack start from nothing."""
    network = AttributionNetwork(Encoder())
    network.load_state_dict(torch.load(weights), strict=strict)
    return network
