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
        Specificity.Rule,
        BothSides.Rule,
        Neoplasms.Rule,
        LymphNodes.Rule,
        Remission.Rule,
        LungLobes.Rule,
        FamilyHistory.Rule,
        Uncertain.Rule,
        AtDischarge.Rule,
        Sequelae.Rule,
        Infarctions.Rule,
        HistoryStatus.Rule,
        StatusCodes.Rule,
        SubstanceUse.Rule,
        SubstanceLevels.Rule,
        DrugEffects.Rule,
        Neutropenic.Rule,
        Allergies.Rule,
        Contacts.Rule,
        Vertebrae.Rule,
        Discs.Rule,
        Complications.Rule,
        Bones.Rule,
        Strokes.Rule,
        Delirium.Rule,
        Encounters.Rule,
        SectionWeight.Rule,
        Ulcers.Rule,
        PressureUlcers.Rule,
        Diabetes.Rule,
        Hypertension.Rule,
        Respiratory.Rule,
        Pancreatitis.Rule,
        Combinations.Rule,
        Dementia.Rule,
        Parkinson.Rule,
        Sepsis.Rule,
        Ventilator.Rule,
        Catheters.Rule,
        Organisms.Rule,
        Covid.Rule,
        Newborn.Rule,
        NewbornRecord.Rule,
        Pregnancy.Rule,
        Deliveries.Rule,
        LongTermUse.Rule,
        BodyMass.Rule,
        Injuries.Rule,
        Integral.Rule,
        Counterparts.Rule,
        Combined.Rule,
        Excludes.Rule,
    ];
}
