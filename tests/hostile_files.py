"""Documents, exports and stylesheets that no honest program writes: each is refused in a few words, exit status 1, whatever it
holds, within the bounds of SECURITY.md.

    hostile_files.py PROGRAM

While the program reads, the system bounds its address space and its processor time (not under sanitizers, which take
address space for themselves). What would be a gigabyte comes through a pipe. Workbooks are in hostile_books.py. Ends
with a line: N passed, M failed.
"""
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLE = os.path.join(ROOT, "templates", "samples", "savings-group.xml")
EXPORTS = os.path.join(ROOT, "tests", "exports")
MIB = 1 << 20
MOST_MEMORY = 1024 * MIB
MOST_SECONDS = 20  # of processor time; nothing here takes two
SECRET_FILE = "../elsewhere/secret"
SECRET = "the secret that nobody may read (invented)"
HEAD = ('<assessment xmlns="urn:oca:assessment:1" rubric="savings-group" rubric-version="1.0" round="baseline" '
        'date="2025-03-14">')
PLAN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "faults", "plan.xml")
ORGANIZATION = '<organization id="o" name="O"/>'


def document(inside, head=HEAD, organization=ORGANIZATION):
    return (head + "\n" + organization + "\n" + inside + "\n</assessment>").encode()


def laughing():
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE a [<!ENTITY l0 "ha">{entities}]>'.encode() + document("<note>&l9;</note>")


def deep(levels):
    return document("<note>" + "<a>" * levels + "</a>" * levels + "</note>")


def documents(folder):
    """(name, bytes or an iterable of them that goes through a pipe, what standard error holds)."""
    secret = "file://" + os.path.join(folder, SECRET_FILE)
    yield "a billion laughs", laughing(), "a DOCTYPE is not allowed"
    yield "an external entity", f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret}">]>'.encode() + document("<note>&x;</note>"), "a DOCTYPE is not allowed"
    yield "a parameter entity", f'<!DOCTYPE a [<!ENTITY % x SYSTEM "{secret}"> %x;]>'.encode() + document(""), "a DOCTYPE is not allowed"
    yield "an external DTD", f'<!DOCTYPE assessment SYSTEM "{secret}">'.encode() + document(""), "a DOCTYPE is not allowed"
    yield ("XInclude", document(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="{secret}"/>'),
           "include")
    yield "10,000 levels", deep(10000), "more than 64 levels"
    yield "9,000,000 levels", deep(9000000), "more than 64 levels"
    yield "an attribute of 60 MB", document(f'<target item="{"a" * 60000000}" value="1"/>'), "at most 60"
    yield "an attribute of a gigabyte", endless(HEAD.encode() + b'<organization id="o" name="', b"a" * MIB, 1024), "larger than 64 MiB"
    yield "a text of a gigabyte", endless(HEAD.encode() + b"<note>", b"words " * 170000, 1024), "larger than 64 MiB"
    yield "a gigabyte of nothing", endless(b"", b"\0" * MIB, 1024), "larger than 64 MiB|zero bytes"
    yield "a million attributes", document("<target " + " ".join(f'a{i}="1"' for i in range(1000000)) + "/>"), "attributes"
    yield "a million namespaces", document("".join(f'<a xmlns:n{i}="u">' for i in range(1000000))), "levels|namespaces"
    yield "invalid UTF-8", document("<note>caf@</note>").replace(b"@", b"\xE9\xFF"), "not proper UTF-8|UTF-8"
    yield "an overlong UTF-8", document("<note>@</note>").replace(b"@", b"\xC0\xAF"), "UTF-8"
    yield "half a surrogate", document("<note>@</note>").replace(b"@", b"\xED\xA0\x80"), "UTF-8|PCDATA|Char"
    yield "a zero byte", document("<note>a@b</note>").replace(b"@", b"\0"), "zero byte"
    yield "a reference to a zero byte", document("<note>&#0;</note>"), "xmlParseCharRef: invalid|not well-formed"
    yield "UTF-16 that ends in the middle", b"\xFF\xFE" + document("").decode().encode("utf-16-le")[:301], "zero bytes|UTF-16|not"
    yield "an id of 61 letters", document(f'<target item="{"a" * 61}" value="1"/>'), "61|at most 60"
    for number in ("1e999", "NaN", "0x10", "Infinity", "1e1", "+1", "1,5", "٣", "1" * 400):
        yield f"the number {number[:9]}", document(f'<measure id="m" value="{number}"/>'), "is not a number|digits"
    for day in ("2025-02-30", "2025-13-01", "0000-00-00", "2025-2-3", "99999-01-01"):
        yield f"the day {day}", document(f'<session date="{day}"/>'), "does not exist|is not a d|before the year"
    yield "a million faults", document("<x/>" * 1000000), "<x>"


def endless(head, piece, times):
    yield head
    for _ in range(times):
        yield piece


def exports():
    header = b"org_code,round,_id,_uuid,i_gov_constitution\n"
    yield "a field of a gigabyte", endless(header + b'example,baseline,"', b"a" * MIB, 1024), "larger than 64 MiB"
    yield "a field of 60 MB", header + b'example,baseline,"' + b"a" * 60000000 + b'"\n', "longer than|100,000"
    yield "a quotation that never ends", header + b'"' + b"a,\n" * 10000000, "longer than|quotation|100,000|ends"
    yield "20 million columns", b"," * 20000000, "columns"
    yield "60 million empty rows", b"a,b" + b"\n" * 60000000, "none of its columns"
    yield "6 million rows", header + b"e,b,1,u,1\n" * 6000000, "more than 2,000,000 fields"
    yield "zero bytes", header + b"\0" * 1000, "zero|NUL"
    yield "invalid UTF-8", header + b"caf\xE9,\xFF\n", "UTF-8"
    yield "a phone's file with a DOCTYPE", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "DOCTYPE"
    yield "a phone's file of 9,000,000 levels", b"<a>" * 9000000, "levels|deep"
    yield "a phone's file of a million attributes", b"<a " + b" ".join(b"a%d='1'" % i for i in range(1000000)) + b"/>", "attributes|org_code|well-formed"


def crowds():
    """(name, bytes, what standard error holds, the verb): valid but for how many there are of what usually is a dozen."""
    with open(SAMPLE, encoding="utf-8") as file:
        sample = file.read()
    with open(PLAN, encoding="utf-8") as file:
        plan = file.read()
    groups = " ".join(f"g{i}" for i in range(1000000))
    answer = re.search("<answer [^>]*>", sample).group()
    for name, text in (
            ("groups", sample.replace('groups="women"', f'groups="{groups}"', 1)),
            ("people in groups of their own", re.sub("<participant ", lambda _: "".join(
                f'<participant id="x{i}" groups="g{i}"/>' for i in range(200000)) + "<participant ", sample, count=1)),
            ("people", re.sub("<participant ", lambda _: "".join(
                f'<participant id="x{i}"/>' for i in range(20001)) + "<participant ", sample, count=1)),
            ("measures", sample.replace(answer, "".join(f'<measure id="m{i}" value="1"/>' for i in range(500000)) + answer, 1)),
            ("evidence", sample.replace(answer, answer + '<evidence kind="seen">x</evidence>' * 500000, 1))):
        yield name, text.encode(), "at most", ["score"]
    weakness = '<weakness item="w%d" area="money" rank="9" tier="3" state="planned" index="1" standing="1" target="2"/>'
    for name, element in (("weaknesses", weakness), ("things to find out", '<find-out item="w%d" why="dk"/>'),
                          ("reviews", '<review date="2025-06-01"/>'), ("visits", '<visit date="2025-05-20"/>')):
        many = "".join(element % i if "%d" in element else element for i in range(300000))
        place = "<review " if name != "weaknesses" else "  <weakness "
        yield name, plan.replace(place, many + place, 1).encode(), "at most", ["track", "--date", "2025-06-01"]


def stylesheet(inside, top=""):
    return (f'<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
            f'xmlns:exsl="http://exslt.org/common" extension-element-prefixes="exsl">{top}'
            f'<xsl:template match="/"><html>{inside}</html></xsl:template></xsl:stylesheet>').encode()


def stylesheets(folder):
    secret, made = (os.path.join(folder, name) for name in (SECRET_FILE, "made"))
    yield "document()", stylesheet(f"<xsl:copy-of select=\"document('{secret}')\"/>"), "refused"
    yield "document() of the network", stylesheet("<xsl:copy-of select=\"document('http://example.org/')\"/>"), "refused"
    for element in ("import", "include"):
        for place in (secret, SECRET_FILE, "http://example.org/a.xsl", "oca:../../README.md", f"file://{secret}"):
            yield f"{element} of {place[:12]}", stylesheet("", f'<xsl:{element} href="{place}"/>'), "may not read"
    yield "exsl:document", stylesheet(f'<exsl:document href="{made}">x</exsl:document>'), "refused|denied|rights"
    yield "exsl:document in a folder", stylesheet(f'<exsl:document href="{made}/deeper/x">x</exsl:document>'), "refused|denied|rights"
    yield "a DOCTYPE", f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret}">]>'.encode() + stylesheet("&x;"), "DOCTYPE"
    yield "a billion laughs", laughing().split(b"<assessment")[0] + stylesheet("&l9;"), "DOCTYPE|entity reference loop"
    yield "xsl:message that ends it", stylesheet('<xsl:message terminate="yes">no more</xsl:message>'), "no more"
    yield "templates without end", stylesheet('<xsl:call-template name="a"/>', '<xsl:template name="a"><xsl:call-template name="a"/></xsl:template>'), "infinite|depth|recursion"
    loops = "<b/>"
    for _ in range(9):
        loops = f'<xsl:for-each select="//node()">{loops}</xsl:for-each>'
    yield "loops without end", stylesheet(loops), "[Oo]peration limit|memory"
    both = "".join('<xsl:import href="./a.xsl?%d"/>' % i for i in range(200))
    yield "more stylesheets than anybody has", stylesheet("", both), "may not read|cannot be read"
    yield "a stylesheet without end", (b" " * 65536 for _ in range(1 << 20)), "larger than 16 MiB"
    double = ('<xsl:template name="a"><xsl:param name="x"/><xsl:call-template name="a"><xsl:with-param name="x" '
              'select="concat($x, $x)"/></xsl:call-template></xsl:template>')
    yield ("a text that doubles without end", stylesheet('<xsl:call-template name="a"><xsl:with-param name="x" '
           'select="\'abcdefgh\'"/></xsl:call-template>', double), "memory|depth")


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def feed(path, pieces):
    """Writes to a pipe until the reader has enough."""
    try:
        with open(path, "wb") as file:
            for piece in pieces:
                file.write(piece)
    except BrokenPipeError:
        pass


class Tester:
    def __init__(self, program):
        self.program, self.limit = program, None if "/san/" in program else limited
        self.passed = self.failed = 0

    def refuse(self, name, content, said, folder, arguments, allowed=(1,)):
        """Runs the arguments, FILE standing for the content, and holds how it ends to what it promises."""
        path = os.path.join(folder, arguments[0])
        if isinstance(content, bytes):
            with open(path, "wb") as file:
                file.write(content)
        else:
            os.mkfifo(path)
            threading.Thread(target=feed, args=(path, content), daemon=True).start()
        command = [self.program, *(path if word == "FILE" else word for word in arguments[1:])]
        done = subprocess.run(command, capture_output=True, preexec_fn=self.limit, cwd=folder)
        os.remove(path)
        told = done.stderr.decode("utf-8", "replace")
        wrong = None
        if done.returncode not in allowed:
            wrong = f"exit status {done.returncode}: {told[:300]}"
        elif not re.search(said, told):
            wrong = f"is told: {told[:300]}"
        elif SECRET.encode() in done.stdout + done.stderr:
            wrong = "tells the secret"
        elif os.listdir(folder):
            wrong = f"wrote {os.listdir(folder)}"
        self.passed, self.failed = self.passed + (not wrong), self.failed + bool(wrong)
        if wrong:
            print(f"{name}: {wrong}")
        for left in os.listdir(folder):
            os.remove(os.path.join(folder, left))


def told_rightly(tester, name, folder, arguments, right):
    """Runs the program in the folder; `right` is asked of what came of it."""
    done = subprocess.run([tester.program, *arguments], capture_output=True, preexec_fn=tester.limit, cwd=folder, timeout=60)
    tester.passed, tester.failed = tester.passed + right(done), tester.failed + (not right(done))
    if not right(done):
        print(f"{name}: exit status {done.returncode}, {done.stdout[:300]} {done.stderr[:300]}")


def linked_folders(tester):
    """Twelve folders with links to each other have more paths than anybody can walk; each file is read once."""
    with tempfile.TemporaryDirectory(prefix="oca-hostile-") as folder:
        names = [f"d{i}" for i in range(12)]
        for name in names:
            os.mkdir(os.path.join(folder, name))
            shutil.copy(SAMPLE, os.path.join(folder, name))
            for other in names:
                os.symlink(os.path.join("..", other), os.path.join(folder, name, "to-" + other))
        for given, first in ((".", b"./d0/"), ("d3", b"d3/to-d0/")):
            told_rightly(tester, f"folders linked to each other, from {given}", folder, ["portfolio", given],
                         lambda done, first=first: done.returncode == 0 and b"12 files read" in done.stdout and first in done.stderr)


def odd_names(tester):
    """A message stands on one line, whatever a file is called, and a file of a folder is told whatever its name's bytes."""
    with tempfile.TemporaryDirectory(prefix="oca-hostile-") as folder:
        for name in (b"a\nb.xml:3: forged.xml", b"caf\xe9.xml"):
            with open(os.path.join(folder.encode(), name), "wb") as file:
                file.write(document("<x/>"))
        told_rightly(tester, "a line feed in a file's name", folder, ["check", "a\nb.xml:3: forged.xml"],
                     lambda done: b"a b.xml:3: forged.xml:3:" in done.stderr and b"\nb.xml" not in done.stderr)
        told_rightly(tester, "a file's name that is no UTF-8, in JSON", folder, ["portfolio", ".", "--format", "json"],
                     lambda done: done.returncode == 0 and any("caf" in file["file"] for file in json.loads(done.stdout)["faulty"]))
        told_rightly(tester, "a file's name that is no UTF-8, in a workbook", folder, ["portfolio", ".", "-o", "a.xlsx"],
                     lambda done: done.returncode == 0 and os.path.exists(os.path.join(folder, "a.xlsx")))


def large_documents(tester):
    """Below the bound of bytes a document is read whole: a long attribute far from its beginning too."""
    with tempfile.TemporaryDirectory(prefix="oca-hostile-") as folder:
        for path in (os.path.join(ROOT, "rubrics", "savings-group.xml"), SAMPLE):
            with open(path, encoding="utf-8") as file:
                text = file.read()
            root = text.index(">", text.index(" xmlns=")) + 1
            with open(os.path.join(folder, "rubric.xml" if "<rubric " in text else "a.xml"), "w", encoding="utf-8") as file:
                file.write(text[:root] + "<!--" + ("x" * 70 + "\n") * 800000 + "-->" +
                           re.sub('name="[^"]*"', f'name="{"long " * 400}"', text[root:], count=1))
        told_rightly(tester, "documents of 57 MB", folder, ["score", "a.xml", "--rubric", "rubric.xml", "--format", "json"],
                     lambda done: done.returncode == 0 and not done.stderr)


def too_large_to_return(tester):
    """What would be written and then not read again is refused while it is whole."""
    with tempfile.TemporaryDirectory(prefix="oca-hostile-") as folder:
        with open(SAMPLE, encoding="utf-8") as file:
            sample = file.read().replace("</assessment>", '<answer item="meet_linked"></answer></assessment>')
        answers = re.findall("<answer [^>]*>", sample)
        rows, wide = sample, sample.replace(answers[0], "<note>" + ">" * 20000000 + "</note>" + answers[0], 1)
        for answer in answers:
            rows = rows.replace(answer, answer + '<evidence kind="seen">x</evidence>' * 5000)
        for name, text in ("rows.xml", rows), ("wide.xml", wide):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        refused = [("rows.xml", "a.xlsx", b"could not be read again as a workbook")]
        if tester.limit:  # under sanitizers each step of libxml2's growing buffer copies all of it: minutes
            refused.append(("wide.xml", "a.xml", b"larger than 64 MiB"))
        for name, into, said in refused:
            told_rightly(tester, f"{name} as {into}", folder, ["convert", name, "-o", into],
                         lambda done, into=into, said=said: done.returncode == 1 and said in done.stderr
                         and not os.path.exists(os.path.join(folder, into)))


def pipes(tester):
    """A pipe that lies where a rubric is looked for is not waited for."""
    with tempfile.TemporaryDirectory(prefix="oca-hostile-") as folder:
        shutil.copy(SAMPLE, os.path.join(folder, "a.xml"))
        os.mkfifo(os.path.join(folder, "savings-group.xml"))
        told_rightly(tester, "a pipe under the name of a rubric", folder, ["check", "a.xml"],
                     lambda done: done.returncode == 0)


def main(program):
    tester = Tester(os.path.abspath(program))
    with tempfile.TemporaryDirectory(prefix="oca-hostile-") as around:
        folder = os.path.join(around, "here")
        for name in ("here", "elsewhere"):
            os.mkdir(os.path.join(around, name))
        with open(os.path.join(folder, SECRET_FILE), "w", encoding="utf-8") as file:
            file.write(SECRET)
        for name, content, said in documents(folder):
            tester.refuse(name, content, said, folder, ["a.xml", "score", "FILE", "-o", "out.json"])
        for name, content, said in exports():
            tester.refuse(name, content, said, folder, [
                "a.csv", "collect", os.path.join(EXPORTS, "assoc1.xml"), "FILE", "--rubric", os.path.join(EXPORTS, "gov.xml"),
                "-o", "out.xml"])
        for name, content, said in stylesheets(folder):
            # What libxslt does not survive ends a child: exit status 3, and nothing is written then either.
            tester.refuse(name, content, said, folder, ["a.xsl", "score", SAMPLE, "--template", "FILE", "-o", "out.html"],
                          allowed=(1, 3))
        for name, content, said, (verb, *more) in crowds():
            tester.refuse(f"a crowd of {name}", content, said, folder, ["a.xml", verb, "FILE", *more, "-o", "out.json"])
    linked_folders(tester)
    odd_names(tester)
    large_documents(tester)
    too_large_to_return(tester)
    pipes(tester)
    print(f"{tester.passed} passed, {tester.failed} failed")
    return tester.failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
