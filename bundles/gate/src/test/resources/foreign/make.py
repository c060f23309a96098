"""Makes the repository beside this file anew with python-tuf and securesystemslib: keys of all three kinds, two of three of which
must sign root and targets, and a root whose keys changed once and that demands ML-DSA-65 since; those signatures are OpenSSL's. The
private keys are gone when it ends. Run it in this folder."""

import hashlib
import shutil
from datetime import datetime, timezone
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA65PrivateKey
from securesystemslib.formats import encode_canonical
from securesystemslib.signer import CryptoSigner, Signature
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

FAR = datetime(2999, 1, 1, tzinfo=timezone.utc)


def three():
    return [CryptoSigner.generate_ed25519(), CryptoSigner.generate_ecdsa(), CryptoSigner.generate_rsa()]


class PostQuantum:
    def __init__(self):
        self.secret = MLDSA65PrivateKey.generate()
        public = self.secret.public_key().public_bytes_raw().hex()
        self.key = {"keytype": "ml-dsa-65", "scheme": "ml-dsa-65", "keyval": {"public": public}}
        self.keyid = hashlib.sha256(encode_canonical(self.key).encode()).hexdigest()

    def demand(self):
        return {"keys": {self.keyid: self.key}, "threshold": 1}

    def sign(self, metadata):
        metadata.signatures[self.keyid] = Signature(self.keyid, self.secret.sign(metadata.signed_bytes).hex())


def write(path, signed, *signers, post_quantum=None):
    metadata = Metadata(signed)
    for signer in signers:
        metadata.sign(signer, append=True)
    if post_quantum:
        post_quantum.sign(metadata)
    data = metadata.to_bytes(JSONSerializer(compact=False))
    Path("metadata", path).write_bytes(data)
    return data


for folder in ("metadata", "targets"):
    shutil.rmtree(folder, ignore_errors=True)
    Path(folder).mkdir()

old_root, new_root, targets_keys = three(), three(), three()
snapshot_key, timestamp_key = CryptoSigner.generate_ecdsa(), CryptoSigner.generate_rsa()
root = Root(version=1, expires=FAR, consistent_snapshot=True)
for role, signers in (("root", old_root), ("targets", targets_keys), ("snapshot", [snapshot_key]), ("timestamp", [timestamp_key])):
    for signer in signers:
        root.add_key(signer.public_key, role)
root.roles["root"].threshold = root.roles["targets"].threshold = 2
write("1.root.json", root, *old_root[:2])
for old, new in zip(old_root, new_root):
    root.revoke_key(old.public_key.keyid, "root")
    root.add_key(new.public_key, "root")
root_quantum, targets_quantum = PostQuantum(), PostQuantum()
root.roles["root"].unrecognized_fields["postQuantum"] = root_quantum.demand()
root.roles["targets"].unrecognized_fields["postQuantum"] = targets_quantum.demand()
root.version = 2
write("2.root.json", root, *old_root[1:], *new_root[:2], post_quantum=root_quantum)

targets = Targets(version=3, expires=FAR)
for name, content in (("list.json", b'{"of":"things"}\n'), ("bundles/one+two three.jar", bytes(range(256)))):
    target = TargetFile.from_data(name, content, ["sha256", "sha512"])
    target.unrecognized_fields["custom"] = {"note": None, "words": ["ü", '"', "\\", "\n", "𐀀"]}
    targets.targets[name] = target
    folder, slash, file = name.rpartition("/")
    for digest in target.hashes.values():
        path = Path("targets", folder, f"{digest}.{file}")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
data = write("3.targets.json", targets, *targets_keys[1:], post_quantum=targets_quantum)
snapshot = Snapshot(version=4, expires=FAR, meta={"targets.json": MetaFile.from_data(3, data, ["sha256", "sha512"])})
data = write("4.snapshot.json", snapshot, snapshot_key)
write("timestamp.json", Timestamp(version=5, expires=FAR, snapshot_meta=MetaFile.from_data(4, data, ["sha512"])), timestamp_key)
