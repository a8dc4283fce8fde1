using System.Globalization;
using CodingAhead.Claims.Tests.Edits;
using CodingAhead.Claims.Tests.Payment;

namespace CodingAhead.Claims.Tests.Golden;

/// <summary>
/// The fields of the relative value file as its record layout (RVU25D) explains them, a row each: field and value, a claim of 2025-10-15, what the rule finds or what is
/// paid in Chicago, and why. Each code's value was read from the file apart from the program. <c>-</c>: nothing found, nothing paid.
/// </summary>
[Collection(nameof(MirrorClaims))]
public sealed class RecordLayoutTests(MirrorClaims mirror)
{
    [Theory]
    [InlineData("Attachment A, status A", "64635", "status-code -", "paid by this schedule, when covered")]
    [InlineData("Attachment A, status B", "A4550", "status-code fail", "always part of other services")]
    [InlineData("Attachment A, status C", "0213T", "status-code not-checked", "the contractor sets the price")]
    [InlineData("Attachment A, status E", "A9150", "status-code not-checked", "excluded by regulation, another way of paying")]
    [InlineData("Attachment A, status I", "90281", "status-code fail", "Medicare takes another code")]
    [InlineData("Attachment A, status J", "00930", "status-code -", "anesthesia: no relative values, and no denial")]
    [InlineData("Attachment A, status M", "G9530", "status-code not-checked", "reported, not paid")]
    [InlineData("Attachment A, status N", "99026", "status-code fail", "not covered, which is not R")]
    [InlineData("Attachment A, status P", "A4212", "status-code fail", "bundled, or excluded")]
    [InlineData("Attachment A, status R", "99455", "status-code not-checked", "restricted, which is not N")]
    [InlineData("Attachment A, status T", "96523", "status-code -", "paid when alone")]
    [InlineData("Attachment A, status T", "96523; 99213", "status-code fail", "not beside another paid service of the day")]
    [InlineData("Attachment A, status T", "96523; 99213 on 2025-10-16", "status-code -", "the other one is of another day")]
    [InlineData("Attachment A, status T", "96523; J0585", "status-code -", "the other one is not of this schedule")]
    [InlineData("Attachment A, status X", "A0428", "status-code not-checked", "no physician's service by statute")]
    [InlineData("Attachment A, PC/TC 0", "99213-TC", "modifier-component fail", "a physician's service does not split")]
    [InlineData("Attachment A, PC/TC 1", "88305-26 @22", "modifier-component -", "a test splits")]
    [InlineData("Attachment A, PC/TC 2", "93010-26", "modifier-component fail", "it is the reading already")]
    [InlineData("Attachment A, PC/TC 3", "93005-TC", "modifier-component fail", "it is the equipment already")]
    [InlineData("Attachment A, PC/TC 3", "93005 @21", "pos fail", "equipment in a hospital is the hospital's")]
    [InlineData("Attachment A, PC/TC 4", "93784-26", "modifier-component fail", "its parts have codes of their own")]
    [InlineData("Attachment A, PC/TC 5", "90471 @22", "pos fail", "incident to, which a hospital does not pay a practitioner")]
    [InlineData("Attachment A, PC/TC 5", "90471-26", "modifier-component fail", "and does not split")]
    [InlineData("Attachment A, PC/TC 7", "97110 @11", "pos -", "therapy in the office")]
    [InlineData("Attachment A, PC/TC 8", "85060 @11", "pos fail", "the reading of an abnormal smear is for inpatients")]
    [InlineData("Attachment A, PC/TC 8", "85060 @21", "pos -", "as here")]
    [InlineData("Attachment A, PC/TC 8", "85060-TC", "modifier-component fail", "its equipment is the hospital's")]
    [InlineData("Global surgery 000", "20610; 99213", "global-period fail", "visits of the day are in")]
    [InlineData("Global surgery 000", "20610; 99213 on 2025-10-16", "global-period -", "of the day only")]
    [InlineData("Global surgery 010", "17000; 99213 on 2025-10-25", "global-period fail", "ten days")]
    [InlineData("Global surgery 010", "17000; 99213 on 2025-10-26", "global-period -", "not eleven")]
    [InlineData("Global surgery 090", "22551; 99213 on 2025-10-14", "global-period fail", "the day before")]
    [InlineData("Global surgery 090", "22551; 99213 on 2026-01-13", "global-period fail", "ninety days")]
    [InlineData("Global surgery 090", "22551; 99213 on 2026-01-14", "global-period -", "not ninety-one")]
    [InlineData("Global surgery MMM", "59400; 99213", "global-period -", "maternity has its own package")]
    [InlineData("Global surgery XXX", "88305; 99213", "global-period -", "the concept does not apply")]
    [InlineData("Global surgery YYY", "22899; 99213", "global-period -", "the contractor's to say")]
    [InlineData("Global surgery ZZZ", "64636; 99213", "global-period -", "part of another's period")]
    [InlineData("Multiple procedure 0", "99213-51", "modifier-not-allowed fail", "no rule for several")]
    [InlineData("Multiple procedure 2", "64493-51", "modifier-not-allowed -", "the rule for several")]
    [InlineData("Multiple procedure 9", "77427-51", "modifier-not-allowed fail", "the concept does not apply")]
    [InlineData("Bilateral surgery 0", "22551-50", "modifier-bilateral fail", "150 percent does not apply")]
    [InlineData("Bilateral surgery 1", "64493-50", "modifier-bilateral -", "150 percent applies")]
    [InlineData("Bilateral surgery 2", "92083-50", "modifier-bilateral fail", "both sides already")]
    [InlineData("Bilateral surgery 3", "73721-50", "modifier-bilateral -", "each side in full")]
    [InlineData("Bilateral surgery 9", "62323-50", "modifier-bilateral fail", "the concept does not apply")]
    [InlineData("Assistant at surgery 0", "37211-80", "modifier-assistant bypassed", "with documentation")]
    [InlineData("Assistant at surgery 1", "20610-80", "modifier-assistant fail", "never, by statute")]
    [InlineData("Assistant at surgery 2", "22612-80", "modifier-assistant -", "paid")]
    [InlineData("Assistant at surgery 9", "77427-80", "modifier-assistant fail", "the concept does not apply")]
    [InlineData("Co-surgeons 0", "33533-62", "modifier-not-allowed fail", "not permitted")]
    [InlineData("Co-surgeons 1", "44950-62", "modifier-not-allowed bypassed", "with documentation")]
    [InlineData("Co-surgeons 2", "22612-62", "modifier-not-allowed -", "permitted, two specialties")]
    [InlineData("Team surgery 0", "22612-66", "modifier-not-allowed fail", "not permitted")]
    [InlineData("Team surgery 1", "22899-66", "modifier-not-allowed bypassed", "by report, with documentation")]
    [InlineData("Team surgery 2", "32854-66", "modifier-not-allowed bypassed", "by report")]
    public void A_field_means_this(string field, string lines, string finding, string why)
    {
        var space = finding.IndexOf(' ', StringComparison.Ordinal);
        var rule = finding[..space];
        var found = mirror.Outcomes(rule, Typed.Claim(lines));
        Assert.Equal($"{field}: {finding} ({why})", $"{field}: {rule} {(found.Length == 0 ? "-" : found)} ({why})");
    }

    [Theory]
    // the formula of the cover pages, and the layout's own examples, whose codes are invented there: charges of 100 a side against one fee
    [InlineData("Formula, outside a facility", "99213", "93.54", "(1.3×1.007 + 1.35×1.023 + 0.1×2.018) × 32.3465 = 93.54")]
    [InlineData("Formula, in a facility", "99213 @22", "67.73", "(1.3×1.007 + 0.57×1.023 + 0.1×2.018) × 32.3465 = 67.73")]
    [InlineData("Formula, 26", "88305-26", "35.67", "(0.75×1.007 + 0.32×1.023 + 0.01×2.018) × 32.3465 = 35.67")]
    [InlineData("Formula, therapy's practice expense at half", "97530; 97110", "35.50; 22.43", "(0.45×1.007 + 0.5×0.43×1.023 + 0.01×2.018) × 32.3465 = 22.43")]
    [InlineData("Modifier 53, a row of its own", "45378-53 @24", "97.24", "(1.63×1.007 + 0.9×1.023 + 0.22×2.018) × 32.3465 = 97.24")]
    [InlineData("Bilateral surgery 0, example of two lines", "70551-LT $150; 70551-RT $150", "200.01 together", "charges 150.00 + 150.00 above the fee for both")]
    [InlineData("Bilateral surgery 2, example of two lines", "92083-LT $60; 92083-RT $60", "62.93 together", "charges 60.00 + 60.00 above the fee for both")]
    [InlineData("Bilateral surgery 1, example of two lines", "20610-LT $100; 20610-RT $100", "102.95 together", "68.63 × 150 %")]
    [InlineData("Bilateral surgery 1, charges lower", "20610-LT $40; 20610-RT $40", "80.00 together", "lower of charge and fee: the charge")]
    [InlineData("Multiple procedure 0, beside another", "99213; 64635", "93.54; 437.79", "(3.32×1.007 + 9.39×1.023 + 0.29×2.018) × 32.3465 = 437.79")]
    [InlineData("Multiple procedure 2, second at half", "64635; 20610", "437.79; 34.32", "68.63 × 50 % = 34.32")]
    [InlineData("Multiple procedure 3, difference to the base", "45385; 45380", "461.06; 90.14", "437.50 − 347.36 = 90.14")]
    [InlineData("Multiple procedure 6, technical part less a quarter", "93880; 93306", "188.45; 162.16", "126.38 × 75 % = 94.79; 193.75 − 1 × (126.38 − 94.79) = 162.16")]
    [InlineData("Multiple procedure 7, technical part less a fifth", "92083; 92250", "62.93; 33.53", "16.54 × 80 % = 13.23; 36.84 − 1 × (16.54 − 13.23) = 33.53")]
    [InlineData("Preoperative and intraoperative percentage, 54", "64635-54", "394.01", "437.79 × 90 % = 394.01")]
    [InlineData("Postoperative percentage, 55", "64635-55", "43.78", "437.79 × 10 % = 43.78")]
    public void A_field_pays_this(string field, string claim, string amounts, string formula)
    {
        var result = mirror.Price(Shorthand.Claim(claim));
        var paid = amounts.EndsWith("together", StringComparison.Ordinal) ? result.Total!.Value.ToString("0.00", CultureInfo.InvariantCulture) + " together" : Shorthand.Amounts(result);
        Assert.Equal($"{field}: {amounts}", $"{field}: {paid}");
        // A formula that the amounts rest on is shown as it stands here; the rest are words on what decides.
        if (formula.Contains(" = ", StringComparison.Ordinal)) Assert.StartsWith(formula, result.Lines[^1].Steps[^1].How!, StringComparison.Ordinal);
    }
}
