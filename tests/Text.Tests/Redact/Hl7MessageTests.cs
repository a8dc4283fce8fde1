using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

public class Hl7MessageTests
{
    private const string Message = "MSH|^~\\&|LAB|LARKMOOR|EHR|LARKMOOR|20230304101500||ORU^R01|M55120|P|2.5\r"
        + "PID|1||5512087^^^LARK^MR||FARNSBY^OTTOLINE^Q||19310211|F|||418 WINDING BROOK LN^^THORNWICK^OH^44012||(216)555-0171\r"
        + "OBX|1|TX|8251-1^Comment^LN||Farnsby was seen by Dr. Quell on 3/4/2023; Foley catheter draining.||||||F\r"
        + "NTE|1||Record 5512087 reviewed.\r";

    [Fact]
    public void Fields_of_identifiers_and_free_text_are_redacted_and_the_message_keeps_its_shape()
    {
        var result = Hl7Message.Redact(new Redactor(), Message);
        var (text, counts) = (result.Text, result.Manifest.Counts);
        foreach (var value in new[] { "FARNSBY", "Farnsby", "OTTOLINE", "5512087", "19310211", "WINDING", "THORNWICK", "44012", "0171", "Quell", "3/4", "LARKMOOR", "0304" }) Assert.DoesNotContain(value, text, StringComparison.Ordinal);
        foreach (var kept in new[] { "ORU^R01", "8251-1^Comment^LN", "Foley catheter", "|F|" }) Assert.Contains(kept, text, StringComparison.Ordinal);
        Assert.Equal(Message.Count(c => c is '|' or '\r'), text.Count(c => c is '|' or '\r'));
        Assert.Equal(18, counts.Count);
        Assert.True(counts["A"] >= 3 && counts["H"] >= 1);
    }

    [Fact]
    public void What_is_no_message_is_refused() => Assert.Throws<RedactionException>(() => Hl7Message.Redact(new Redactor(), "PID|1"));
}
