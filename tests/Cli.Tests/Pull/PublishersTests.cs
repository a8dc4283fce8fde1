using CodingAhead.Cli.Pull;
using CsCheck;
using Xunit;

namespace CodingAhead.Cli.Tests.Pull;

public sealed class PublishersTests
{
    [Fact]
    public void The_built_in_file_is_sound_and_every_entry_says_whether_it_was_verified()
    {
        var entries = Publishers.Load(null);
        Assert.True(entries.Count > 30);
        Assert.All(entries, entry => Assert.Matches("seen|verified", entry.Note));
        Assert.All(entries, entry => Assert.DoesNotContain('{', ReleaseDate.Fill(entry.Dataset + entry.Page + entry.Url + string.Concat(entry.Link), new DateOnly(2026, 1, 1))));
        Assert.All(entries, entry => Assert.True(entry.Agree is null || entry.LicenceClasses.Any()));
    }

    [Theory]
    [InlineData("""{"entries":[{"id":"A b","publisher":"","dataset":"d","licence":"public","how":"direct","url":"http://x/"}]}""", "an id is lower-case letters, digits and hyphens")]
    [InlineData("""{"entries":[{"id":"a","publisher":"","dataset":"../d","licence":"public","how":"direct","url":"http://x/"}]}""", "dataset '../d' is no plain relative directory")]
    [InlineData("""{"entries":[{"id":"a","publisher":"","dataset":"/d","licence":"public","how":"direct","url":"http://x/"}]}""", "dataset '/d' is no plain relative directory")]
    [InlineData("""{"entries":[{"id":"a","publisher":"","dataset":"d","licence":"cpt","how":"direct","url":"http://x/"}]}""", "'cpt' is no licence class (public, ama, ada, nubc)")]
    [InlineData("""{"entries":[{"id":"a","publisher":"","dataset":"d","licence":"public","how":"direct","url":"file:///x"}]}""", "needs a url that is http or https")]
    [InlineData("""{"entries":[{"id":"a","publisher":"","dataset":"d","licence":"public","how":"landing","page":"http://x/"}]}""", "needs at least one link pattern")]
    [InlineData("""{"entries":[{"id":"a","publisher":"","dataset":"d","licence":"public","how":"direct","url":"http://x/","file":"a/b"}]}""", "file 'a/b' is no plain file name")]
    [InlineData("""{"entries":[{"id":"a","publisher":"","dataset":"d","licence":"public","how":"direct","url":"http://x/","sha256":"12"}]}""", "sha256 is 64 hexadecimal digits")]
    [InlineData("""{"entries":[{"id":"a","publisher":"","dataset":"d","licence":"public","how":"direct","link":["x"],"ulr":"http://x/"}]}""", "ulr")]
    [InlineData("""{"entries":[{"id":"a"}]}""", "publisher")]
    [InlineData("[]", "PublishersFile")]
    public void A_mistake_in_the_file_is_named(string json, string message)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            var e = Assert.Throws<InvalidDataException>(() => Publishers.Load(path));
            Assert.Contains(message, e.Message);
            Assert.StartsWith(path, e.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("2026-09-30", "2026 26 2026 26 3 c july 2025")]
    [InlineData("2026-10-01", "2026 26 2027 27 4 d october 2025")]
    [InlineData("2026-01-01", "2026 26 2026 26 1 a january 2025")]
    [InlineData("2009-04-30", "2009 09 2009 09 2 b april 2008")]
    public void Placeholders_come_from_the_date(string on, string expected) => Assert.Equal(
        expected,
        ReleaseDate.Fill("{yyyy} {yy} {fy} {fy2} {quarter} {letter} {month} {last-yyyy}", DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("rvu26c-updated-06-30-2026.zip", "2026-07-01", "2026-06-30")]
    [InlineData("rvu26c.zip", "2026-07-01", null)]
    [InlineData("medicare-ncci-2026q4-practitioner-ptp-edits-ccipra-v323r0-f1.zip", "2026-10-01", null)]
    [InlineData("medicare-ncci-2026-q4-practitioner-services-mue-table.zip", "2026-10-01", null)]
    [InlineData("AOC_V2026Q2-MCR.xlsx", "2026-04-01", null)]
    [InlineData("clfs_cy2026_q3v1.zip", "2026-07-01", null)]
    [InlineData("26clabq3.zip", "2026-07-01", null)]
    [InlineData("dme26-b.zip", "2026-04-01", null)]
    [InlineData("DMEPOS26_JAN.xlsx", "2026-01-01", null)]
    [InlineData("october-2025-alpha-numeric-hcpcs-file.zip", "2025-10-01", null)]
    [InlineData("asc_july_2020_addenda.xlsx", "2020-07-01", null)]
    [InlineData("ICD-10-CM-October-2025-Guidelines.pdf", "2025-10-01", null)]
    [InlineData("2025-december-addendum-b.zip", "2025-12-01", null)]
    [InlineData("april-2026-payment-limit-files-03-12-2026.zip", "2026-04-01", "2026-03-12")]
    [InlineData("2026-icd-10-pcs-order-file.zip", "2025-10-01", null)]
    [InlineData("ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx", "2025-10-01", null)]
    [InlineData("POAexemptCodesFY26.zip", "2025-10-01", null)]
    [InlineData("DXCCSR_v2026-1.zip", "2025-10-01", null)]
    [InlineData("current_article.zip", "0001-01-01", null)]
    [InlineData("rev-99-99-2026.zip", "0001-01-01", null)]
    public void A_file_name_tells_its_edition(string name, string starts, string? updated)
    {
        var release = ReleaseName.Read(name);
        Assert.Equal((starts, updated ?? "0001-01-01"), (release.Starts.ToString("yyyy-MM-dd"), release.Updated.ToString("yyyy-MM-dd")));
    }

    [Theory]
    [InlineData("rvu26b.zip", "rvu26c.zip")]
    [InlineData("rvu26c.zip", "rvu26c-0.zip")]
    [InlineData("rvu26c-0.zip", "rvu26c-updated-06-30-2026.zip")]
    [InlineData("rvu26c-updated-12-29-2025.zip", "rvu26c-updated-06-30-2026.zip")]
    [InlineData("rvu25d-updated-12-29-2025.zip", "rvu26a.zip")]
    [InlineData("edits-2026q4-v99r0.zip", "edits-2026q4-v323r0.zip")]
    [InlineData("DXCCSR_v2026-1.zip", "DXCCSR_v2026-2.zip")]
    [InlineData("october-2025-x.zip", "january-2026-x.zip")]
    public void The_newer_of_two_names_wins(string older, string newer) =>
        Assert.True(ReleaseName.Read(older).CompareTo(ReleaseName.Read(newer)) < 0 && ReleaseName.Read(newer).CompareTo(ReleaseName.Read(older)) > 0);

    [Theory]
    [InlineData("icd10cm-Code Descriptions-2026.zip", "*code*desc*2026*.zip", true)]
    [InlineData("a.zip", "*.zip", true)]
    [InlineData("a.zip.html", "*.zip", false)]
    [InlineData("", "*", true)]
    [InlineData("abab", "*ab", true)]
    [InlineData("ab", "a*b*", true)]
    [InlineData("ab", "b*", false)]
    public void A_star_stands_for_anything(string text, string pattern, bool fits) => Assert.Equal(fits, Wildcard.Fits(text, pattern));

    [Theory]
    [InlineData("""<a href="b.zip">""", "http://x/d/b.zip")]
    [InlineData("<A HREF='/b.zip'>", "http://x/b.zip")]
    [InlineData("<a class=k href=b.zip>", "http://x/d/b.zip")]
    [InlineData("<a\n href = \"b.zip?x=1&amp;y=2\" >", "http://x/d/b.zip?x=1&y=2")]
    [InlineData("<a href=\"//y/b.zip\">", "http://y/b.zip")]
    [InlineData("<base href=\"http://z/q/\"><a href=b.zip>", "http://z/q/b.zip")]
    [InlineData("<a href=\"https://w/license/ama?file=/files/zip/b.zip&x=1\">", "https://w/files/zip/b.zip")]
    [InlineData("<a href=\"/apps/ama/license.asp?file=http%3A//v/b.zip\">", "http://v/b.zip")]
    [InlineData("{\"downloadURL\":\"http:\\/\\/w\\/b.csv\"}", "http://w/b.csv")]
    [InlineData("<a title='>' href=b.zip>", "http://x/d/b.zip")]
    [InlineData("<!-- <a href=old.zip> --><a href=b.zip>", "http://x/d/b.zip")]
    [InlineData("<script>'<a href=s.zip>'</script><a href=b.zip>", "http://x/d/b.zip")]
    [InlineData("<a data-href=no.zip href=b.zip>", "http://x/d/b.zip")]
    [InlineData("<link href=style.css><a href=\"mailto:x@y\"><a href=b.zip><a href=b.zip>", "http://x/d/b.zip")]
    public void A_page_gives_its_links(string html, string link) =>
        Assert.Equal([link], Links.On(html, new Uri("http://x/d/page")).Select(uri => uri.AbsoluteUri));

    [Fact]
    public void Any_text_can_be_read_for_links() =>
        Gen.String[Gen.OneOf('<', '>', '"', '\'', '=', ' ', 'a', '/', '!', '-', 'h', 'r', 'e', 'f', '{', ':', '&', '\u0130'), 0, 60]
            .Sample(text => Links.On(text + "<a href=b", new Uri("http://x/")) is not null, iter: 20_000);

    [Fact]
    public void Any_name_has_an_edition_and_names_are_in_one_order() =>
        Gen.Select(Name, Name, Name).Sample((a, b, c) =>
        {
            var sorted = new[] { a, b, c }.Select(ReleaseName.Read).Order().ToList();
            return sorted[0].CompareTo(sorted[2]) <= 0 && sorted[1].CompareTo(sorted[0]) >= 0 && sorted[0].CompareTo(sorted[0]) == 0;
        });

    private static readonly Gen<string> Name = Gen.OneOf("rvu", "26", "2026", "q4", "-", "c", "january", "00", "7", "13", "updated", ".", "99", "fy", "_").Array[0, 8].Select(string.Concat);
}
