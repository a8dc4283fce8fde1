using System.CommandLine;
using System.CommandLine.Parsing;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;

namespace CodingAhead.Cli;

/// <summary>Options that several commands share, so that they mean the same everywhere.</summary>
internal static class Options
{
    public static Option<string?> Book() => new("--book") { Description = "The book to read (default: CODINGAHEAD_BOOK, else .cache/codingahead.book).", HelpName = "FILE" };

    public static Option<bool> Json() => new("--json") { Description = "Write JSON." };

    public static Option<bool> JsonLines() => new("--jsonl") { Description = "Write one JSON object a line; without arguments, read one a line from standard input." };

    public static Option<DateOnly?> On() => new("--on")
    {
        Description = "Date of service, yyyy-MM-dd (default: today).",
        HelpName = "DATE",
        CustomParser = static result => Date(result, result.Tokens[0].Value),
    };

    public static Option<List<CodeSet>> Sets() => new("--set")
    {
        Description = "Only these code sets: cpt, hcpcs, icd10cm, icd10pcs, icd9cm, icd9proc, modifier, pos.",
        HelpName = "SET[,SET]",
        DefaultValueFactory = static _ => [],
        AllowMultipleArgumentsPerToken = false,
        CustomParser = static result =>
        {
            var sets = new List<CodeSet>();
            foreach (var name in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            {
                if (CodeSets.TryParse(name, out var set) && CodeSets.Searchable.Contains(set)) sets.Add(set);
                else result.AddError($"'{Requested.Cut(name)}' is not a code set; expected {string.Join(", ", CodeSets.Searchable.Select(s => s.Id()))}.");
            }

            return sets;
        },
    };

    /// <summary>Sections of a code's page; empty: all.</summary>
    public static Option<List<string>> Sections() => new("--section")
    {
        Description = "Only these sections of the page, as the site names them: indicators, payment, ncci, history …",
        HelpName = "NAME[,NAME]",
        DefaultValueFactory = static _ => [],
        AllowMultipleArgumentsPerToken = false,
        CustomParser = static result =>
        {
            var sections = new List<string>();
            foreach (var name in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            {
                if (PageSections.Known.FirstOrDefault(s => s.Id.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } section) sections.Add(section.Id);
                else result.AddError($"'{Requested.Cut(name)}' is not a section; expected {string.Join(", ", PageSections.Known.Select(s => s.Id))}.");
            }

            return sections;
        },
    };

    /// <summary>Licence classes accepted on the command line or in the environment; null when nobody was asked.</summary>
    public static Option<Licence?> Accept() => new("--accept")
    {
        Description = "Licences you hold or accept: ama (CPT descriptors), ada (dental), nubc (revenue codes). Also CODINGAHEAD_ACCEPT.",
        HelpName = "CLASS[,CLASS]",
        CustomParser = static result =>
        {
            if (Licences.TryParse(result.Tokens[0].Value, out var accepted)) return accepted;
            result.AddError($"'{result.Tokens[0].Value}' is not a list of licence classes; expected ama, ada, nubc or none.");
            return null;
        },
    };

    /// <summary>Refuses a misspelt option that would otherwise count as one more word.</summary>
    public static Argument<string[]> NoOptions(this Argument<string[]> argument)
    {
        argument.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith("--", StringComparison.Ordinal))) result.AddError($"Unrecognized option '{token.Value}'.");
        });
        return argument;
    }

    /// <summary>Reads a date or reports the error on the option.</summary>
    public static DateOnly? Date(SymbolResult result, string text)
    {
        if (Day.TryParse(text, out var date)) return date;
        result.AddError($"'{Requested.Cut(text)}' is not a date; expected yyyy-MM-dd.");
        return null;
    }
}
