using System.IO.Compression;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>Invented tables of the Medicare Coverage Database in the columns of its downloads.</summary>
public static class McdSamples
{
    public const string Article = """
        article_id,article_version,title,article_eff_date,article_rev_eff_date,article_end_date,description,last_updated
        50001,2,"Billing and Coding: <b>Invented</b> Service &amp; More",2020-01-01 00:00:00,2024-03-01 00:00:00,,"<p>Long, ""quoted"" body</p>
        <p>of two lines</p>",2024-03-02T00:06:51
        50001,1,Billing and Coding: Invented Service,2020-01-01,,2024-02-29,,2024-03-02T00:06:51
        50002,7,A second article,10/01/2025,,,,2024-03-02T00:06:51

        """;

    public const string Lcd = """
        lcd_id,lcd_version,title,orig_det_eff_date,rev_eff_date,date_retired
        30001,9,Invented Policy,2015-10-01,2023-01-01,

        """;

    public const string ArticleProcedures = """
        article_id,article_version,hcpc_code_id,hcpc_code_version,hcpc_code_group,range,last_updated,long_description,short_description
        50001,2,99991,75,1,N,2024-03-02T00:06:51,AMA WORDS,AMA WORDS
        50001,2,99991,76,1,N,2024-03-02T00:06:51,AMA WORDS,AMA WORDS
        50001,2,G9991,75,2,N,2024-03-02T00:06:51,WORDS,WORDS
        50001,1,99992,75,1,N,2024-03-02T00:06:51,AMA WORDS,AMA WORDS
        50002,7,99991,75,1,N,2024-03-02T00:06:51,AMA WORDS,AMA WORDS
        50002,7,XX000,75,1,N,2024-03-02T00:06:51,Not Applicable,Not Applicable

        """;

    public const string LcdProcedures = """
        "lcd_id","lcd_version","hcpc_code_id","hcpc_code_version","hcpc_code_group","range","last_updated","long_description","short_description"
        "30001","9","99991","75","1","N","2024-03-02","AMA WORDS","AMA WORDS"

        """;

    public const string Covered = """
        article_id,article_version,icd10_code_id,icd10_code_version,icd10_covered_group,range,last_updated,sort_order,description,asterisk
        50001,2,E11.9,10,1,N,2024-03-02T00:06:51,2,Words,N
        50001,2,E11.21,10,1,N,2024-03-02T00:06:51,1,Words,N
        50001,2,I10,10,2,N,2024-03-02T00:06:51,1,Words,Y
        50001,1,I11.0,10,1,N,2024-03-02T00:06:51,1,Words,N
        50002,7,XX000,10,1,N,2024-03-02T00:06:51,1,Not Applicable,N

        """;

    public const string Noncovered = """
        article_id,article_version,icd10_code_id,icd10_code_version,icd10_noncovered_group,range,last_updated,sort_order,description
        50002,7,E11.9,10,1,N,2024-03-02T00:06:51,1,Words

        """;

    public const string CoveredGroups = """
        article_id,article_version,icd10_covered_group,paragraph,last_updated,icd10_covered_ast
        50001,2,1,"<p>For the <i>first</i> code:</p><ul><li>one&nbsp;of these</li></ul><style>p { color: red }</style>",2024-03-02T00:06:51,

        """;

    public const string ProcedureGroups = """
        article_id,article_version,hcpc_code_group,paragraph,last_updated
        50001,2,1,<p>The first group.</p>,2024-03-02T00:06:51

        """;

    public const string RelatedNcds = """
        article_id,article_version,r_ncd_id,r_ncd_version,last_updated
        50001,2,77,3,2024-03-02T00:06:51

        """;

    public const string Contractors = """
        article_id,article_version,article_type,contractor_id,contractor_type_id,contractor_version,last_updated
        50001,2,1,268,9,1,2024-03-02T00:06:51

        """;

    public const string States = """
        article_id,article_version,state_id,last_updated
        50001,2,14,2024-03-02T00:06:51

        """;

    public const string ContractorNames = """
        contractor_id,contractor_version,contractor_bus_name
        268,1,Invented Administrators

        """;

    public const string StateNames = """
        state_id,state_abbrev,description
        14,IL,Illinois

        """;

    public const string Ncd = """
        NCD_id,NCD_vrsn_num,natl_cvrg_type,cvrg_lvl_cd,NCD_mnl_sect,NCD_mnl_sect_title,NCD_efctv_dt,NCD_impltn_dt,NCD_trmntn_dt,itm_srvc_desc,indctn_lmtn
        77,3,NCD,2,999.1,An invented determination,2010-01-01,2010-04-01,,<p>What it is.</p>,<p>Covered when invented.</p>

        """;

    /// <summary>All of them by the name of their file.</summary>
    public static readonly (string Name, string Importer, string Text)[] All =
    [
        ("article.csv", "mcd-documents", Article),
        ("lcd.csv", "mcd-documents", Lcd),
        ("article_x_hcpc_code.csv", "mcd-procedures", ArticleProcedures),
        ("lcd_x_hcpc_code.csv", "mcd-procedures", LcdProcedures),
        ("article_x_icd10_covered.csv", "mcd-diagnoses", Covered),
        ("article_x_icd10_noncovered.csv", "mcd-diagnoses", Noncovered),
        ("article_x_icd10_covered_group.csv", "mcd-groups", CoveredGroups),
        ("article_x_hcpc_code_group.csv", "mcd-groups", ProcedureGroups),
        ("article_related_ncd_documents.csv", "mcd-links", RelatedNcds),
        ("article_x_contractor.csv", "mcd-links", Contractors),
        ("article_x_primary_jurisdiction.csv", "mcd-links", States),
        ("contractor.csv", "mcd-names", ContractorNames),
        ("state_lookup.csv", "mcd-names", StateNames),
        ("ncd_trkg.csv", "mcd-ncd", Ncd),
    ];

    /// <summary>A download: a zip that holds a zip of the tables.</summary>
    public static byte[] Download(string inner)
    {
        using var tables = new MemoryStream();
        using (var zip = new ZipArchive(tables, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, _, text) in All)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        using var outer = new MemoryStream();
        using (var zip = new ZipArchive(outer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(inner).Open();
            entry.Write(tables.ToArray());
        }

        return outer.ToArray();
    }
}
