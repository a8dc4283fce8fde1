using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>Years of birth that tell an age over 89 to a reader of today (45 CFR 164.514(b)(2)(i)(C)); the clock stands at a day of 2030.</summary>
public sealed class YearOfBirthTests
{
    private static string Redacted(string text, int year = 2030) => new Redactor(clock: new Clock(year)).Redact(text).Text;

    [Theory]
    [InlineData("DOB: 07/22/1938. Seen for cataract.", "1938")]
    [InlineData("Date of birth 22 July 1938.", "1938")]
    [InlineData("Born 1938-07-22, widowed.", "1938")]
    [InlineData("Born in July 1938 on a farm.", "1938")]
    [InlineData("He was born in 1940 and smokes.", "1940")]
    [InlineData("YOB 1936, female.", "1936")]
    [InlineData("Birth year: 1933", "1933")]
    [InlineData("DOB: 07/22/1938. Seen 04/02/2011 at the age of 72.", "1938")]
    [InlineData("Her birthday is September 9, 1940.", "1940")]
    public void A_year_of_birth_ninety_years_ago_goes_whatever_year_the_note_is_of(string text, string year) => Assert.DoesNotContain(year, Redacted(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("DOB: 07/22/1941. Seen for cataract.", ":1941]")]
    [InlineData("DOB: 05/17/1972, seen 04/02/2011.", ":1972]")]
    [InlineData("He was born in 1941 and smokes.", "1941")]
    [InlineData("Hip replaced on 3/9/2009; his father died at 95. DOB 05/17/1972.", ":1972]")]
    public void Another_year_stays(string text, string kept) => Assert.Contains(kept, Redacted(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("DOB: 07/22/1946. She is 93 years old.", "1946")]
    [InlineData("A 91-year-old man, born 1945.", "1945")]
    [InlineData("A ninety-four-year-old man, DOB 07/22/1944.", "1944")]
    public void An_age_that_the_text_says_takes_the_year_of_birth_with_it_though_the_clock_is_behind(string text, string year) => Assert.DoesNotContain(year, Redacted(text), StringComparison.Ordinal);

    [Fact]
    public void A_clock_that_was_never_set_is_not_believed() => Assert.DoesNotContain("1935", Redacted("DOB 07/22/1935.", 1970), StringComparison.Ordinal);

    [Theory]
    [InlineData("DOB: 07/22/1938. She is 92 years old, seen 4/2/2030.")]
    [InlineData("He was born in 1940; a 90-year-old smoker.")]
    public void Redacting_again_changes_nothing(string text) => Assert.Equal(Redacted(text), Redacted(Redacted(text)));

    private sealed class Clock(int year) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(year, 6, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
