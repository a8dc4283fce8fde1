namespace CodingAhead.Codes;

/// <summary>
/// A code set, or a register of keys that coders meet beside codes (ZIP codes, localities, drug package numbers).
/// The order is the order in which keys lie in the book; numbers are stored there and never change meaning.
/// </summary>
public enum CodeSet : byte
{
    /// <summary>No set: the default value, never stored.</summary>
    None = 0,

    /// <summary>CPT (AMA): five characters, digits or four digits and F, T, U, M, A.</summary>
    Cpt = 1,

    /// <summary>HCPCS Level II (CMS): a letter and four digits.</summary>
    Hcpcs = 2,

    /// <summary>ICD-10-CM (CDC/NCHS): three to seven characters, written with a dot after the third.</summary>
    Icd10Cm = 3,

    /// <summary>ICD-10-PCS (CMS): seven characters; a key of three is a table.</summary>
    Icd10Pcs = 4,

    /// <summary>ICD-9-CM volumes 1 and 2, diagnoses, in force until 2015-09-30.</summary>
    Icd9Cm = 5,

    /// <summary>ICD-9-CM volume 3, procedures, in force until 2015-09-30.</summary>
    Icd9Proc = 6,

    /// <summary>CPT and HCPCS modifiers, two characters.</summary>
    Modifier = 7,

    /// <summary>CMS places of service, two digits.</summary>
    Pos = 8,

    /// <summary>Register: chapters (<c>CH01</c>) and blocks (<c>A00-A09</c>) of ICD-10-CM.</summary>
    Icd10CmBlock = 9,

    /// <summary>Register: an indicator of a payment system, kind and value, as in <c>OPPS-J1</c>.</summary>
    Indicator = 10,

    /// <summary>Register: Clinical Classifications Software Refined categories (AHRQ), as in <c>DIG001</c>.</summary>
    Ccsr = 11,

    /// <summary>Register: Medicare contractor and locality, seven digits, as in <c>0111205</c>.</summary>
    Locality = 12,

    /// <summary>Register: five-digit ZIP codes.</summary>
    Zip = 13,

    /// <summary>Register: eleven-digit national drug codes.</summary>
    Ndc = 14,

    /// <summary>Register: entries of an alphabetic index that name no code of their own ("see …"), by serial number.</summary>
    IndexTerm = 15,

    /// <summary>Register: one row for a whole table, as in age groups of the Medicare Code Editor.</summary>
    Register = 16,

    /// <summary>Register: paragraphs of the ICD-10-CM Official Guidelines, by <see cref="Guidelines.Key"/>.</summary>
    Guideline = 17,

    /// <summary>Register: documents of the Medicare Coverage Database, a letter (A article, L local, N national determination; C contractor, S state) and the database's number.</summary>
    Coverage = 18,
}

/// <summary>Names and written forms of code sets.</summary>
public static class CodeSets
{
    /// <summary>The highest number in use.</summary>
    internal const CodeSet Last = CodeSet.Coverage;

    /// <summary>The sets a person looks codes up in, in the order results show them.</summary>
    public static readonly IReadOnlyList<CodeSet> Searchable =
        [CodeSet.Cpt, CodeSet.Hcpcs, CodeSet.Icd10Cm, CodeSet.Icd10Pcs, CodeSet.Icd9Cm, CodeSet.Icd9Proc, CodeSet.Modifier, CodeSet.Pos];

    /// <summary>The identifier on every door: <c>cpt hcpcs icd10cm icd10pcs icd9cm icd9proc modifier pos</c>; registers have theirs too.</summary>
    public static string Id(this CodeSet set) => set switch
    {
        CodeSet.Cpt => "cpt",
        CodeSet.Hcpcs => "hcpcs",
        CodeSet.Icd10Cm => "icd10cm",
        CodeSet.Icd10Pcs => "icd10pcs",
        CodeSet.Icd9Cm => "icd9cm",
        CodeSet.Icd9Proc => "icd9proc",
        CodeSet.Modifier => "modifier",
        CodeSet.Pos => "pos",
        CodeSet.Icd10CmBlock => "icd10cm-block",
        CodeSet.Indicator => "indicator",
        CodeSet.Ccsr => "ccsr",
        CodeSet.Locality => "locality",
        CodeSet.Zip => "zip",
        CodeSet.Ndc => "ndc",
        CodeSet.IndexTerm => "index-term",
        CodeSet.Register => "register",
        CodeSet.Guideline => "guideline",
        CodeSet.Coverage => "coverage",
        _ => "none",
    };

    /// <summary>The name as the field writes it, for a person.</summary>
    public static string Name(this CodeSet set) => set switch
    {
        CodeSet.Cpt => "CPT",
        CodeSet.Hcpcs => "HCPCS Level II",
        CodeSet.Icd10Cm => "ICD-10-CM",
        CodeSet.Icd10Pcs => "ICD-10-PCS",
        CodeSet.Icd9Cm => "ICD-9-CM",
        CodeSet.Icd9Proc => "ICD-9-CM procedures",
        CodeSet.Modifier => "Modifier",
        CodeSet.Pos => "Place of service",
        CodeSet.Icd10CmBlock => "ICD-10-CM chapter or block",
        CodeSet.Indicator => "Indicator",
        CodeSet.Ccsr => "CCSR category",
        CodeSet.Locality => "Medicare locality",
        CodeSet.Zip => "ZIP code",
        CodeSet.Ndc => "NDC",
        CodeSet.IndexTerm => "Index entry",
        CodeSet.Register => "Register",
        CodeSet.Guideline => "Guideline",
        CodeSet.Coverage => "Coverage document",
        _ => "None",
    };

    /// <summary>Reads an identifier as written by <see cref="Id"/>, in any case, with or without dashes.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CodeSet set)
    {
        Span<char> plain = stackalloc char[24];
        var n = 0;
        foreach (var c in text)
        {
            if (c is '-' or ' ' or '_') continue;
            if (n == plain.Length) { set = CodeSet.None; return false; }
            plain[n++] = char.ToLowerInvariant(c);
        }

        for (var s = CodeSet.Cpt; s <= Last; s++)
        {
            if (plain[..n].SequenceEqual(s.Id().Replace("-", "", StringComparison.Ordinal))) { set = s; return true; }
        }

        set = plain[..n] switch
        {
            "icd9" => CodeSet.Icd9Cm,
            "pcs" => CodeSet.Icd10Pcs,
            "icd10" or "cm" => CodeSet.Icd10Cm,
            "hcpcs2" => CodeSet.Hcpcs,
            "placeofservice" => CodeSet.Pos,
            _ => CodeSet.None,
        };
        return set != CodeSet.None;
    }
}
