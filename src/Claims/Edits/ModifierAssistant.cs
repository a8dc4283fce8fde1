namespace CodingAhead.Claims.Edits;

/// <summary>
/// Assistants at surgery: 80 (physician), 81 (minimum), 82 (physician, no qualified resident in a teaching hospital) and AS (physician assistant, nurse practitioner or clinical nurse specialist)
/// against the assistant indicator: 1 is never paid, 0 only with documentation. Pub. 100-04, chapter 12, sections 20.4.3 and 110.2.
/// </summary>
internal static class ModifierAssistant
{
    private const string Manual = "Pub. 100-04, chapter 12, sections 20.4.3 and 110.2";
    private static readonly string[] All = ["80", "81", "82", "AS"];

    public static void Check(CheckContext claim)
    {
        if (claim.Claim.Setting != Setting.Practitioner) return;
        foreach (var line in claim.Lines)
        {
            if (line.Modifiers.Length == 0 || line.Profile is not { } profile) continue;
            foreach (var modifier in All)
            {
                if (line.Has(modifier)) Judge(claim, line, profile, modifier);
            }
        }
    }

    private static void Judge(CheckContext claim, CheckedLine line, CodeProfile profile, string modifier)
    {
        var practitioner = claim.Claim.Provider.Kind is "np-pa" or "assistant-np-pa";
        if (modifier == "AS" && claim.Claim.Provider.Kind == "physician")
            claim.Add(Rules.ModifierAssistant, Outcome.Fail, $"{line.Code} has AS, but the provider is a physician.", [line.Number], [line.Code], default, "Use 80, or 82 when no qualified resident was available in a teaching hospital.", "The operative report names the physician as assistant.", Manual);
        else if (modifier != "AS" && practitioner && !line.Has("AS"))
            claim.Add(Rules.ModifierAssistant, Outcome.Fail, $"{line.Code} has {modifier}, which is for a physician, but the provider is not one.", [line.Number], [line.Code], default, $"Use AS instead of {modifier}.", "The operative report names the physician assistant, nurse practitioner or clinical nurse specialist.", Manual);

        if (line.Ruling(modifier) is not { } ruling)
        {
            claim.Add(Rules.ModifierAssistant, Outcome.NotChecked, $"Whether an assistant is paid for {line.Code} is not known: no release loaded has its assistant indicator on the date.", [line.Number], [line.Code]);
            return;
        }

        Proof[] proof = ruling.Source is { } s ? [new Proof(s, ruling.Stale)] : [];
        if (ruling.Never)
        {
            claim.Add(Rules.ModifierAssistant, Outcome.Fail, $"An assistant ({modifier}) is not paid for {line.Code}. {ruling.Because}", [line.Number], [line.Code], proof, "Take the assistant's line off.", null, Manual);
        }
        else if (profile.Assistant == "0")
        {
            claim.Add(
                Rules.ModifierAssistant, Outcome.Bypassed, $"{line.Code} has assistant indicator 0: an assistant ({modifier}) is paid only with documentation.", [line.Number], [line.Code], proof, null,
                "The operative report shows why an assistant was medically necessary and what the assistant did.", Manual);
        }
        else if (modifier == "82")
        {
            claim.Add(
                Rules.ModifierAssistant, Outcome.Bypassed, $"{line.Code} has 82: a physician assisted because no qualified resident was available.", [line.Number], [line.Code], proof, null,
                "A statement on file says that no qualified resident was available, in a teaching hospital.", Manual);
        }
        else if (claim.WantsPasses)
        {
            claim.Add(Rules.ModifierAssistant, Outcome.Pass, ruling.Because, [line.Number], [line.Code], proof);
        }
    }
}
