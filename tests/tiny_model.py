"""A language model of random weights in a folder: it speaks the protocol, and says nothing.

Run it with a folder to write to: `python -m tests.tiny_model FOLDER`.
"""

import sys
from pathlib import Path

_SPECIAL = ("<s>", "</s>")
_TEMPLATE = "{% for message in messages %}{{ message.content }}\n{% endfor %}"


def write_model(folder: Path) -> None:
    """Write a model of a few thousand weights, the same each time, with a tokenizer of bytes."""
    import torch  # noqa: PLC0415 - nothing heavy at import
    from transformers import LlamaConfig, LlamaForCausalLM  # noqa: PLC0415 - the same

    torch.manual_seed(7)
    size = _write_tokenizer(folder)
    shape = LlamaConfig(
        vocab_size=size,
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        num_key_value_heads=2,
        max_position_embeddings=65_536,
        bos_token_id=0,
        eos_token_id=1,
    )
    LlamaForCausalLM(shape).save_pretrained(folder)


def _write_tokenizer(folder: Path) -> int:
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers  # noqa: PLC0415 - the same
    from transformers import PreTrainedTokenizerFast  # noqa: PLC0415 - the same

    pieces = [*_SPECIAL, *sorted(pre_tokenizers.ByteLevel.alphabet())]
    model = models.BPE(vocab={piece: place for place, piece in enumerate(pieces)}, merges=[])
    tokenizer = Tokenizer(model)
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    start, end = _SPECIAL
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token=start, eos_token=end, pad_token=end
    )
    fast.chat_template = _TEMPLATE
    fast.save_pretrained(folder)
    return len(pieces)


if __name__ == "__main__":
    write_model(Path(sys.argv[1]))
