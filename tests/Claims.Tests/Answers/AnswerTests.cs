using System.Text;
using System.Text.Json;
using CodingAhead.Claims.Answers;
using CodingAhead.Codes.Page;

namespace CodingAhead.Claims.Tests.Answers;

/// <summary>Answers as JSON, CSV and text.</summary>
public class AnswerTests
{
    private static readonly CheckResult Result = new(
        "=c1", "not-checked", ["CMS x 2024 Q3"],
        [new Finding(Rules.NcciPtp, Outcome.NotChecked, true, [1, 3], ["64635", "77003"], "Not \"sure\".", "Leave 77003 out.", null, "NCCI, chapter I", [1])],
        [new CitedSource(1, "CMS", "2024 Q3", "a.zip", "0123456789abcdef", 17)], new Origin("x.837", 5));

    [Fact]
    public void Json_has_the_published_shape() => Assert.Equal(
        """{"id":"=c1","verdict":"not-checked","stale":["CMS x 2024 Q3"],"findings":[{"rule":"ncci-ptp","outcome":"not-checked","stale":true,"lines":[1,3],"codes":["64635","77003"],"message":"Not \"sure\".","fix":"Leave 77003 out.","condition":null,"manual":"NCCI, chapter I","sources":[1]}],"sources":[{"id":1,"publisher":"CMS","edition":"2024 Q3","file":"a.zip","sha256":"0123456789abcdef","line":17}],"place":{"file":"x.837","segment":5}}""",
        JsonSerializer.Serialize(Result, ClaimsJson.Line.CheckResult));

    [Fact]
    public void A_table_has_a_finding_a_row_and_no_formula()
    {
        var text = new StringBuilder();
        CheckCsv.Write(text, Result);
        CheckCsv.Write(text, Result with { Id = "ok", Verdict = "pass", Findings = [], Place = null });
        CheckCsv.Write(text, new UnreadClaim(null, "Line 7: expected a date.", new Origin("x.csv", 7)));
        Assert.Equal(
            """
            '=c1,x.837,5,not-checked,ncci-ptp,not-checked,stale,1 3,64635 77003,"Not ""sure"".",Leave 77003 out.,,"NCCI, chapter I",CMS 2024 Q3 a.zip line 17 sha256 0123456789abcdef
            ok,,,pass,,,,,,,,,,
            ,x.csv,7,unread,,,,,,Line 7: expected a date.,,,,

            """, text.Replace("\r", "").ToString());
        Assert.All(text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), row => Assert.Equal(CheckCsv.Header.Count(c => c == ','), row.Count(c => c == ',')));
    }

    [Fact]
    public void Text_says_verdict_change_and_proof()
    {
        var text = new StringBuilder();
        CheckText.Write(text, Result);
        foreach (var part in new[] { "NOT CHECKED", "ncci-ptp, lines 1 and 3", "Change: Leave 77003 out.", "Proof: CMS 2024 Q3, a.zip line 17, sha256 0123456789ab", "Manual: NCCI", "--strict" })
            Assert.Contains(part, text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_words()
    {
        var ids = typeof(Rules).GetFields().Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal);
        Assert.Equal(ids, Rule.All.Select(r => r.Id).Order(StringComparer.Ordinal));
        Assert.All(Rule.All, r => Assert.EndsWith(".", r.Words, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_outcome_and_setting_has_the_name_that_json_writes()
    {
        Assert.All(Enum.GetValues<Outcome>(), o => Assert.Equal($"\"{o.Name()}\"", JsonSerializer.Serialize(o, ClaimsJson.Line.Outcome)));
        Assert.All(Enum.GetValues<Setting>(), s => Assert.Equal($"\"{s.Name()}\"", JsonSerializer.Serialize(s, ClaimsJson.Line.Setting)));
    }
}
