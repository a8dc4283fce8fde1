using System.Text;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

public class DumpTests
{
    [Fact]
    public void Dump()
    {
        var got = Imported.Read(Mirror.File("icd10cm/2026/ICD-10-CM-October-2025-Guidelines.layout.txt"), "icd10cm-guidelines");
        var s = new StringBuilder();
        foreach (var r in got.Rows)
            s.Append(r.Table.Name == "icd10cm-guideline" ? $"\n## {r["paragraph"]} | {r["title"]} | {r.Line}\n{r["text"].Replace('\u2029', '\n')}\n" : $"  [{r["named"]}]");
        File.WriteAllText("/tmp/h/covx/dump.txt", s.ToString());
    }
}
