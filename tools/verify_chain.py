#!/usr/bin/env python3
"""Checks the ledger of an evidence pack. A second implementation, written from docs/ledger.md alone.

    python3 verify_chain.py PACK.zip [--json]

Checks, with Python's standard library and nothing else: the digest of every file in the pack; every entry of the
ledger and their order; the checkpoints' signatures, by the key in their first certificate; that the chain is under each
signed root; that the files are those which the evidence names. It does not check PDF seals, timestamps or whose the
certificates are: it prints the SHA-256 of each last certificate for you to compare.

Exit code 0 where nothing failed, 1 where something did, 2 where the file cannot be read at all.
"""

import base64
import hashlib
import json
import re
import sys
import zipfile

ZEROS = "0" * 64
DIGEST = re.compile(r"[0-9a-f]{64}\Z")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\Z")
MEMBERS = {"schema", "project", "seq", "kind", "enteredAt", "fact", "body"}


def canonical(value):
    """RFC 8785 for what the formats hold: whole numbers, texts, and names of printable ASCII."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Report:
    def __init__(self):
        self.findings = []

    def say(self, ok, sentence):
        self.findings.append({"ok": ok, "sentence": sentence})

    @property
    def holds(self):
        return all(each["ok"] is not False for each in self.findings)


def entry_of(text):
    """An entry's members, or None where the text is not one."""
    try:
        entry = json.loads(text)
    except ValueError:
        return None
    if not isinstance(entry, dict) or set(entry) != MEMBERS:
        return None
    fact = entry["fact"]
    good = (
        entry["schema"] == "countersign/ledger-entry/1"
        and isinstance(entry["project"], str)
        and type(entry["seq"]) is int
        and re.match(r"[a-z-]+\Z", str(entry["kind"]))
        and INSTANT.match(str(entry["enteredAt"]))
        and isinstance(fact, dict)
        and isinstance(fact.get("id"), str)
        and DIGEST.match(str(fact.get("digest")))
        and isinstance(entry["body"], dict)
    )
    return entry if good else None


def check_chain(lines, report):
    """What docs/ledger.md says must hold in a chain. Gives seq -> (hash, project, entry, text)."""
    chain = {}
    before = None
    failures = 0

    def fail(sentence):
        nonlocal failures
        failures += 1
        report.say(False, sentence)

    for number, line in enumerate(lines, 1):
        try:
            link = json.loads(line)
            text, previous, stated = link["entry"], link["previous"], link["hash"]
            prefix = b"countersign/ledger-entry/1\n" + bytes.fromhex(previous)
            computed = hashlib.sha256(prefix + text.encode("utf-8")).hexdigest()
        except (ValueError, KeyError, TypeError):
            fail(f"Line {number} of the ledger is not an entry.")
            continue
        entry = entry_of(text)
        if entry is None:
            fail(f"Line {number} of the ledger is not an entry.")
            continue
        seq = entry["seq"]
        if computed != stated:
            fail(f"Entry {seq} ({entry['kind']}) was changed: its hash does not fit its content.")
        if canonical(entry) != text:
            fail(f"Entry {seq} is not written in canonical JSON.")
        if before is None:
            if seq != 1:
                fail(f"The ledger begins with entry {seq}: the beginning was removed.")
            elif previous != ZEROS:
                fail("The first entry refers to one before it.")
        else:
            if seq > before["seq"] + 1:
                fail(f"Entries are missing between {before['seq']} and {seq}: they were removed.")
            elif seq <= before["seq"]:
                fail(f"Entry {seq} stands after entry {before['seq']}: moved or inserted.")
            elif previous != before["hash"]:
                fail(f"Entry {seq} is not bound to entry {before['seq']}: one of the two was replaced.")
            if entry["project"] != before["project"]:
                fail(f"Entry {seq} belongs to another project.")
            if entry["enteredAt"] < before["enteredAt"]:
                fail(f"Entry {seq} says that it is older than the one before it.")
        before = {"seq": seq, "hash": stated, "project": entry["project"], "enteredAt": entry["enteredAt"]}
        chain[seq] = {"hash": stated, "previous": previous, "entry": entry, "text": text}
    if not lines:
        fail("The ledger is empty: nothing is proved by it.")
    if failures == 0:
        report.say(True, f"All {len(lines)} entries of the ledger hold, each bound to the one before.")
    return chain


def root_from_path(leaf, index, size, path):
    """RFC 9162, 2.1.3.2; None where leaf, path and size do not fit."""
    if not 0 <= index < size:
        return None
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            r = hashlib.sha256(b"\x01" + p + r).digest()
            if not fn & 1:
                while fn and not fn & 1:
                    fn >>= 1
                    sn >>= 1
        else:
            r = hashlib.sha256(b"\x01" + r + p).digest()
        fn >>= 1
        sn >>= 1
    return r if sn == 0 else None


# --- signatures: just enough of X.690, PKCS #1 and P-256 -------------------------------------------------


def der(data, at=0):
    """One element: tag, the bytes within, and where it ends."""
    tag, length, at = data[at], data[at + 1], at + 2
    if length & 0x80:
        count = length & 0x7F
        length, at = int.from_bytes(data[at : at + count], "big"), at + count
    if at + length > len(data):
        raise ValueError("cut off")
    return tag, data[at : at + length], at + length


def elements(data):
    found, at = [], 0
    while at < len(data):
        start = at
        tag, content, at = der(data, at)
        found.append((tag, content, data[start:at]))
    return found


RSA = bytes.fromhex("2a864886f70d010101")
P256 = bytes.fromhex("2a8648ce3d030107")
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
A = P - 3
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def public_key(certificate):
    """('rsa', n, e) or ('p256', point) of a certificate in DER."""
    to_sign = elements(der(der(certificate)[1])[1])
    if to_sign[0][0] == 0xA0:
        to_sign = to_sign[1:]
    algorithm, bits = elements(to_sign[5][1])
    names = [content for tag, content, _ in elements(algorithm[1]) if tag == 6]
    key = bits[1][1:]
    if names[0] == RSA:
        n, e = elements(der(key)[1])
        return "rsa", int.from_bytes(n[1], "big"), int.from_bytes(e[1], "big")
    if P256 in names and key[0] == 4:
        return "p256", (int.from_bytes(key[1:33], "big"), int.from_bytes(key[33:], "big"))
    raise ValueError("a key of another kind")


def add(a, b):
    if a is None:
        return b
    if b is None:
        return a
    if a[0] == b[0]:
        if (a[1] + b[1]) % P == 0:
            return None
        slope = (3 * a[0] * a[0] + A) * pow(2 * a[1], -1, P) % P
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, P) % P
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def times(factor, point):
    total = None
    while factor:
        if factor & 1:
            total = add(total, point)
        point, factor = add(point, point), factor >> 1
    return total


def is_signed(certificate, algorithm, signature, message):
    hashed = hashlib.sha256(message).digest()
    key = public_key(certificate)
    if key[0] == "rsa" and algorithm == "RSA-PKCS1-SHA256":
        _, n, e = key
        length = (n.bit_length() + 7) // 8
        prefix = bytes.fromhex("3031300d060960864801650304020105000420")
        expected = b"\x00\x01" + b"\xff" * (length - 3 - len(prefix) - 32) + b"\x00" + prefix + hashed
        found = pow(int.from_bytes(signature, "big"), e, n).to_bytes(length, "big")
        return len(signature) == length and found == expected
    if key[0] == "p256" and algorithm == "ECDSA-P256-SHA256":
        r, s = (int.from_bytes(content, "big") for _, content, _ in elements(der(signature)[1]))
        if not (0 < r < N and 0 < s < N):
            return False
        w, z = pow(s, -1, N), int.from_bytes(hashed, "big")
        point = add(times(z * w % N, G), times(r * w % N, key[1]))
        return point is not None and point[0] % N == r
    return False


def check_checkpoint(name, text, project, chain, roots, report):
    try:
        file = json.loads(text)
        checkpoint = file["checkpoint"]
        payload = json.loads(checkpoint["payload"])
        number, size = payload["number"], payload["size"]
        certificates = [base64.b64decode(each, validate=True) for each in checkpoint["certificates"]]
        if file["schema"] != "countersign/checkpoint-file/1" or canonical(payload) != checkpoint["payload"]:
            raise ValueError
        signature = base64.b64decode(checkpoint["signature"], validate=True)
        signed = is_signed(certificates[0], checkpoint["algorithm"], signature, checkpoint["payload"].encode())
    except (ValueError, KeyError, TypeError, IndexError):
        report.say(False, f"{name} is not a checkpoint: it was damaged or replaced.")
        return None
    if signed:
        report.say(True, f"Checkpoint {number} of {payload['takenAt']} is signed by the key in its certificate.")
    else:
        report.say(False, f"The signature of checkpoint {number} is not that of its certificate's key.")
    roots.add(hashlib.sha256(certificates[-1]).hexdigest())
    for proof in file["proofs"]:
        if proof["project"] != project:
            continue
        seq, head = proof["seq"], proof["head"]
        leaf = {"head": head, "project": project, "schema": "countersign/chain-head/1", "seq": seq}
        leaf = hashlib.sha256(b"\x00" + canonical(leaf).encode()).digest()
        root = root_from_path(leaf, proof["index"], size, [bytes.fromhex(each) for each in proof["path"]])
        if root is None or root.hex() != payload["root"]:
            report.say(False, f"The proof does not lead to the root of checkpoint {number}.")
        elif not chain or max(chain) < seq:
            last = max(chain) if chain else 0
            report.say(False, f"Checkpoint {number} knew entry {seq}, the ledger ends with {last}: its end was removed.")
        elif seq not in chain or chain[seq]["hash"] != head:
            report.say(False, f"Entry {seq} is not the one that checkpoint {number} knew: the ledger was written anew.")
        else:
            report.say(True, f"The ledger is under the signed root of checkpoint {number} up to entry {seq}.")
    return number, payload, checkpoint["payload"]


def withheld(value):
    if isinstance(value, list):
        return [withheld(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "commitment" in value:
        return {"commitment": value["commitment"]}
    return {name: withheld(each) for name, each in value.items()}


def disclosures(value, where=""):
    """Each object that discloses something, by its place."""
    if isinstance(value, list):
        for at, each in enumerate(value):
            yield from disclosures(each, f"{where}/{at}")
    elif isinstance(value, dict):
        if "commitment" in value and "salt" in value:
            yield where, value
        else:
            for name, each in value.items():
                yield from disclosures(each, f"{where}/{name}")


def check_evidence(number, text, chain, files, envelopes, report):
    """docs/ledger.md, "The evidence of a decision". `files` is (submission, position) -> (path, sha256), `envelopes` is
    (submission, what it holds) -> the SHA-256 of each such file."""
    try:
        evidence = json.loads(text)
        submission, ledger, decision = evidence["submission"], evidence["ledger"], evidence["decision"]
        content, seq = submission["content"], ledger["seq"]
        head, own = ledger["head"], chain.get(ledger["seq"])
        named = [(file["name"], file["sha256"]) for file in content["files"]]
    except (ValueError, KeyError, TypeError):
        report.say(False, f"The evidence of {number} cannot be read.")
        return
    failed = report.holds
    if digest_of(canonical(content)) != submission["digest"]:
        report.say(False, f"{number}: what was submitted does not give the digest that was decided on.")
    for where, each in disclosures(evidence):
        value = canonical(each["value"]).encode("utf-8")
        if hashlib.sha256(bytes.fromhex(each["salt"]) + value).hexdigest() != each["commitment"]:
            report.say(False, f"{number}: what stands at {where} about a person was altered.")
    if own is None or (own["hash"], own["previous"], own["text"]) != (
        ledger["hash"],
        ledger["previous"],
        ledger["entry"],
    ):
        report.say(False, f"{number}: its decision is not entry {seq} of the ledger.")
    else:
        entry = own["entry"]
        body = entry["body"]
        same = (
            entry["kind"] == "decision"
            and entry["fact"] == {"id": decision["id"], "digest": decision["digest"]}
            and digest_of(canonical(body)) == decision["digest"]
            and body["submissionId"] == submission["id"]
            and body["submissionDigest"] == submission["digest"]
            and all(
                says(withheld(decision).get(name), said)
                for name, said in body.items()
                if name not in ("submissionId", "submissionDigest")
            )
        )
        if not same:
            report.say(False, f"{number}: the evidence says another thing than entry {seq} of the ledger.")
    if chain.get(head["seq"], {}).get("hash") != head["hash"]:
        report.say(False, f"{number}: the ledger no longer holds entry {head['seq']} as the certificate knew it.")
    issued = [
        each["entry"]["body"].get("evidenceDigest")
        for each in chain.values()
        if each["entry"]["kind"] == "certificate" and each["entry"]["body"].get("decisionId") == decision["id"]
    ]
    if issued != [digest_of(canonical(withheld(evidence)))]:
        report.say(False, f"{number}: the ledger records no certificate with this evidence.")
    for position, (name, sha256) in enumerate(named, 1):
        if files is None:
            continue
        path, found = files.get((submission["id"], position), (None, None))
        if found is None:
            report.say(False, f"{number}: the submitted file {name!r} is not in the pack.")
        elif found != sha256:
            report.say(False, f"{number}: {path} is not the {name!r} that was decided on: changed or swapped.")
    for file in decision.get("outside", {}).get("files", []):
        if files is not None and file["sha256"] not in envelopes.get((submission["id"], file["is"]), []):
            report.say(False, f"{number}: the {file['is']} of the outside envelope is not in the pack, or is another.")
    if "outside" in decision:
        report.say(None, f"{number}: signed with an outside service; its signatures are not checked here.")
    if failed and report.holds:
        report.say(True, f"{number}: its evidence, the ledger and {len(named)} files belong together.")


def check_certificate(number, sha256, decision, chain, report):
    """The file is the one first sealed, or the one to whose seal a timestamp was added."""
    facts = [each["entry"]["fact"] | each["entry"] for each in chain.values()]
    own = [each for each in facts if each["kind"] == "certificate" and each["body"].get("decisionId") == decision]
    raised = [
        each
        for each in facts
        if each["kind"] == "raised-seal" and each["body"].get("certificateId") in [one["id"] for one in own]
    ]
    if sha256 not in [each["digest"] for each in own + raised]:
        report.say(False, f"{number}: its file is neither as first sealed nor as a timestamp was added to it.")


def says(shown, said):
    """Whether whatever `said` has is in `shown`, the same; `shown` may have more members."""
    if isinstance(said, dict):
        return isinstance(shown, dict) and all(says(shown.get(name), each) for name, each in said.items())
    if isinstance(said, list):
        return isinstance(shown, list) and len(shown) == len(said) and all(map(says, shown, said))
    return type(shown) is type(said) and shown == said


def check_pack(pack):
    report = Report()
    names = [each.filename for each in pack.infolist()]
    if len(set(names)) != len(names):
        report.say(False, "A file is in the pack twice: programs would read it differently.")
    try:
        manifest = json.loads(pack.read("manifest.json"))
        entries = {each["path"]: each for each in manifest["entries"]}
        project = manifest["project"]["id"]
    except (KeyError, ValueError, TypeError, zipfile.BadZipFile):
        report.say(False, "manifest.json is missing or damaged.")
        return report
    found = {}
    whole = True
    for path, entry in entries.items():
        try:
            sha256 = hashlib.sha256()
            with pack.open(path) as stream:
                for chunk in iter(lambda: stream.read(1 << 20), b""):
                    sha256.update(chunk)
            found[path] = sha256.hexdigest()
        except KeyError:
            whole = False
            report.say(False, f"{path} is missing.")
            continue
        except (zipfile.BadZipFile, EOFError):
            found[path] = None
        if found[path] != entry["sha256"]:
            whole = False
            report.say(False, f"{path} is not the file in the list of contents: it was changed or damaged.")
    for path in names:
        if path not in entries and path != "manifest.json":
            whole = False
            report.say(False, f"{path} is not in the list of contents: it was added.")
    if whole:
        report.say(True, f"All {len(entries)} files are those in the list of contents.")

    def text(path):
        try:
            return pack.read(path).decode("utf-8")
        except (KeyError, ValueError, zipfile.BadZipFile):
            return ""

    lines = [line for line in text("ledger/ledger.jsonl").split("\n") if line]
    chain = check_chain(lines, report)
    if any(each["entry"]["project"] != project for each in chain.values()):
        report.say(False, "The ledger is that of another project than the pack names.")

    roots, kept = set(), []
    for path, entry in entries.items():
        if entry["is"] == "checkpoint":
            kept.append(check_checkpoint(path, text(path), project, chain, roots, report))
    kept = [each for each in kept if each]
    for before, after in zip(kept, kept[1:]):
        bound = after[1]["previous"] == digest_of(before[2])
        if after[0] <= before[0] or (after[0] == before[0] + 1 and not bound):
            report.say(False, f"Checkpoint {after[0]} is not bound to checkpoint {before[0]}.")
    if not kept:
        report.say(None, "No checkpoint is here: a ledger written anew as a whole would not be found.")

    files = {
        (each["submissionId"], each["position"]): (path, found.get(path))
        for path, each in entries.items()
        if each["is"] == "submitted-file"
    }
    envelopes = {}
    for path, each in entries.items():
        if each["is"] == "outside-envelope":
            envelopes.setdefault((each["submissionId"], each["holds"]), []).append(found.get(path))
    if manifest.get("omits") == "submitted-files":
        files = None
        report.say(None, "Not checked: the submitted files. This pack was made without them.")
    for path, each in entries.items():
        if each["is"] == "evidence":
            check_evidence(each["certificate"], text(path), chain, files, envelopes, report)
        if each["is"] == "certificate":
            check_certificate(each["certificate"], found.get(path), each.get("decisionId"), chain, report)
    for root in sorted(roots):
        report.say(None, f"For you to compare: the checkpoints' last certificate has the SHA-256 {root}.")
    report.say(None, "Not checked here: the seals of the PDFs, and timestamps.")
    return report


def main(arguments):
    paths = [each for each in arguments if not each.startswith("--")]
    if len(paths) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        with zipfile.ZipFile(paths[0]) as pack:
            report = check_pack(pack)
    except (OSError, zipfile.BadZipFile) as error:
        print(f"This pack cannot be read: {error}", file=sys.stderr)
        return 2
    if "--json" in arguments:
        print(json.dumps({"holds": report.holds, "findings": report.findings}, ensure_ascii=False, indent=2))
    else:
        for each in report.findings:
            sign = {True: "✓", False: "✗", None: "–"}[each["ok"]]
            print(f"{sign} {each['sentence']}")
        print()
        print("Nothing that was checked failed." if report.holds else "This pack does not hold.")
    return 0 if report.holds else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
