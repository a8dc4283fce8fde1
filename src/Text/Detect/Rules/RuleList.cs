namespace CodingAhead.Text.Detect.Rules;

/// <summary>A coding rule: what it is called, where it stands, and what it does to a note's mentions.</summary>
/// <param name="Id">As results cite it.</param>
/// <param name="Source">The paragraph of the Official Guidelines, or where else it comes from.</param>
/// <param name="Apply">Works on the note; sees what the rules before it did.</param>
internal sealed record Rule(string Id, string Source, Action<NoteCase> Apply);

/// <summary>The rules in the order in which they are applied: what a mention says, then what it means, then which codes go together.</summary>
internal static class RuleList
{
    public static readonly IReadOnlyList<Rule> All =
    [
        Asserted.Rule,
        OtherSenses.Rule,
        Specificity.Rule,
        BothSides.Rule,
        Neoplasms.Rule,
        SkinSites.Rule,
        FamilyHistory.Rule,
        Uncertain.Rule,
        Sequelae.Rule,
        Infarctions.Rule,
        Dated.Rule,
        PostCovid.Rule,
        HistoryStatus.Rule,
        StatusCodes.Rule,
        Receptors.Rule,
        TreatedCancers.Rule,
        SubstanceUse.Rule,
        DrugEffects.Rule,
        Allergies.Rule,
        Contacts.Rule,
        Vertebrae.Rule,
        Discs.Rule,
        Complications.Rule,
        Encounters.Rule,
        ReplacedJoints.Rule,
        Polyps.Rule,
        Caries.Rule,
        Glaucoma.Rule,
        JointSites.Rule,
        Burns.Rule,
        LowerTract.Rule,
        SectionWeight.Rule,
        Ulcers.Rule,
        Diabetes.Rule,
        DiabetesRemission.Rule,
        Hypertension.Rule,
        Respiratory.Rule,
        Combinations.Rule,
        Dementia.Rule,
        Sepsis.Rule,
        Covid.Rule,
        Newborn.Rule,
        Pregnancy.Rule,
        LongTermUse.Rule,
        BodyMass.Rule,
        Injuries.Rule,
        Integral.Rule,
        Combined.Rule,
        Excludes.Rule,
    ];
}
