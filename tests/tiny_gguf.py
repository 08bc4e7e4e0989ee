"""The same idea for llama.cpp: a model of random weights in one GGUF file, and its server.

`python -m tests.tiny_gguf FILE` writes the file; with `--serve` it is served too, by llama.cpp's
own server, and the address is printed. It says printable ASCII alone, at random.
"""

import sys
import threading
from pathlib import Path
from typing import Any

_WIDTH, _INNER, _HEADS, _CONTEXT = 32, 64, 2, 16_384
_MERGE = "a a"  # llama.cpp wants one merge at least
_SPACE = "\N{LATIN CAPITAL LETTER G WITH DOT ABOVE}"
_TEMPLATE = "{% for message in messages %}{{ message.content }}\n{% endfor %}"


def write_gguf(file: Path) -> None:
    """Write a model of one layer, the same each time, with a vocabulary of bytes."""
    from gguf import GGUFWriter, TokenType  # noqa: PLC0415 - nothing heavy at import

    pieces = _pieces()
    writer = GGUFWriter(file, "llama")
    writer.add_context_length(_CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(_INNER)
    writer.add_head_count(_HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(pieces)
    writer.add_token_types([TokenType.CONTROL] * 2 + [TokenType.NORMAL] * (len(pieces) - 2))
    writer.add_token_merges([_MERGE])
    writer.add_bos_token_id(0)
    writer.add_eos_token_id(1)
    writer.add_chat_template(_TEMPLATE)
    for name, weights in _weights(pieces).items():
        writer.add_tensor(f"{name}.weight", weights.astype("float32"))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _pieces() -> list[str]:
    from tokenizers.pre_tokenizers import ByteLevel  # noqa: PLC0415 - the same

    return ["<s>", "</s>", *sorted(ByteLevel.alphabet()), _MERGE.replace(" ", "")]


def _weights(pieces: list[str]) -> dict[str, Any]:
    """Return the weights: the first number of every state stays above 0, and tells what is said."""
    import numpy as np  # noqa: PLC0415 - the same

    draw = np.random.default_rng(7)
    shapes = {
        "token_embd": (len(pieces), _WIDTH),
        "output": (len(pieces), _WIDTH),
        **{f"blk.0.attn_{name}": (_WIDTH, _WIDTH) for name in ("q", "k", "v", "output")},
        "blk.0.ffn_gate": (_INNER, _WIDTH),
        "blk.0.ffn_up": (_INNER, _WIDTH),
        "blk.0.ffn_down": (_WIDTH, _INNER),
    }
    weights = {
        name: draw.normal(0, 0.1 if "blk" in name else 0.5, shape) for name, shape in shapes.items()
    }
    weights["token_embd"][:, 0] = 4.0
    for name in ("blk.0.attn_output", "blk.0.ffn_down"):
        weights[name][0] = 0.0
    weights["output"][:, 0] = [_liking(piece) for piece in pieces]
    norms = ("output_norm", "blk.0.attn_norm", "blk.0.ffn_norm")
    return weights | {name: np.ones(_WIDTH) for name in norms}


def _liking(piece: str) -> float:
    """Return how much the model likes a piece: a stray byte or control character never comes."""
    return 0.0 if piece.isascii() or piece == _SPACE else -9.0


def serve(file: Path) -> None:
    """Serve a file on a free port of loopback, and print the address."""
    import xllamacpp  # type: ignore[import-untyped]  # noqa: PLC0415 - the same; no types

    params = xllamacpp.CommonParams()
    params.model.path = str(file)
    params.n_ctx = _CONTEXT
    params.n_parallel = 1
    params.cpuparams.n_threads = 1
    params.hostnames, params.port = ["127.0.0.1"], 0
    params.warmup, params.ui = False, False
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)  # noqa: T201 - what the tests read
    threading.Event().wait()


if __name__ == "__main__":
    write_gguf(Path(sys.argv[1]))
    if "--serve" in sys.argv:
        serve(Path(sys.argv[1]))
