namespace CodingAhead.Codes.Import;

/// <summary>Every layout the product reads: a new one is one file beside these and one line here.</summary>
public static class Importers
{
    /// <summary>All importers, in the order in which files are offered to them.</summary>
    public static readonly IReadOnlyList<IImporter> All =
    [
        new StarterImporter(),
        new Icd10CmOrder(),
        new Icd10PcsOrder(),
        new Icd10OrderAddenda(),
        new Icd10CodesFile(),
        new IcdConversionTable(),
        new Icd10CmTabularXml(),
        new Icd10CmIndexXml(),
        new Icd10CmDrugNeoplasmXml(),
        new PoaExempt(),
        new Icd10PcsTables(),
        new Icd10PcsIndex(),
        new Icd10PcsDefinitions(),
        new Gems(),
        new Mce(),
        new Ccsr(),
        new Hcc(),
    ];
}
