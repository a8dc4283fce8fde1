using System.Globalization;

namespace CodingAhead.Codes;

/// <summary>What a code is on a date of service.</summary>
public enum CodeStatus : byte
{
    /// <summary>Valid on the date.</summary>
    Active,

    /// <summary>No longer valid on the date.</summary>
    Deleted,

    /// <summary>Valid only later.</summary>
    NotYetValid,

    /// <summary>In no edition that the book holds.</summary>
    UnknownCode,

    /// <summary>The book holds no edition of the set for the date, so it cannot say.</summary>
    NoEdition,
}

/// <summary>Written forms of a status.</summary>
public static class CodeStatuses
{
    /// <summary>The identifier every door uses: <c>active deleted not-yet-valid unknown-code no-edition</c>.</summary>
    public static string Id(this CodeStatus status) => status switch
    {
        CodeStatus.Active => "active",
        CodeStatus.Deleted => "deleted",
        CodeStatus.NotYetValid => "not-yet-valid",
        CodeStatus.UnknownCode => "unknown-code",
        _ => "no-edition",
    };
}

/// <summary>The answer of <see cref="Book.Find(CodeKey, DateOnly)"/>. The wording and the successors are made when asked for.</summary>
public readonly struct Found
{
    private readonly Book book;
    private readonly int index;
    private readonly ushort on;
    private readonly ushort from;
    private readonly ushort to;
    private readonly bool ends;

    internal Found(Book book, CodeKey key, int index, ushort on, CodeStatus status, ushort from, ushort to, bool ends = false)
    {
        (this.book, Key, this.index, this.on, Status, this.from, this.to, this.ends) = (book, key, index, on, status, from, to, ends);
    }

    /// <summary>The code; default when the text could not be one.</summary>
    public CodeKey Key { get; }

    /// <summary>Status on the date.</summary>
    public CodeStatus Status { get; }

    /// <summary>The identifier every door uses: <c>active deleted not-yet-valid unknown-code no-edition</c>.</summary>
    public string StatusId => Status.Id();

    /// <summary>
    /// First day of the period of validity that contains the date or is nearest to it; null when no release states it and no earlier full list
    /// lacks the code: that the oldest edition loaded has it says nothing about the years before.
    /// </summary>
    public DateOnly? ValidFrom => index >= 0 && Status != CodeStatus.UnknownCode && book.BeginningIsKnown(index, from) ? Day.Date(from) : null;

    /// <summary>
    /// Last day of that period; null when no later edition shows an end, which is not a promise: see <see cref="KnownUntil"/>.
    /// </summary>
    public DateOnly? ValidTo => index >= 0 && Status != CodeStatus.UnknownCode && ends ? Day.Date(to) : null;

    /// <summary>The last day for which an edition shows the code in that period.</summary>
    public DateOnly? KnownUntil => Day.Date(to);

    /// <summary>The date nearest to the one asked for on which the code is known to be valid; null for an unknown code.</summary>
    public DateOnly? Nearest => Status is CodeStatus.UnknownCode ? null
        : Status is CodeStatus.Active ? Day.Date(on)
        : on < from ? Day.Date(from) : Day.Date(to);

    /// <summary>
    /// Codes that took its place, from conversion tables, cross references and our own history. A code that is still valid has none, but a
    /// heading that once was a code names the codes under it that are used instead.
    /// </summary>
    public IReadOnlyList<CodeKey> Successors
    {
        get
        {
            if (index < 0 || Status is CodeStatus.UnknownCode) return [];
            var list = new List<CodeKey>();
            foreach (var row in book.Rows(Key, Derived.Successor))
            {
                if (CodeSets.TryParse(row["set"], out var set) && CodeKey.TryParse(set, row["code"], out var key) && !list.Contains(key)
                    && (Status is CodeStatus.Deleted || key.Code.Length > Key.Code.Length && key.Code.StartsWith(Key.Code, StringComparison.Ordinal)))
                    list.Add(key);
            }

            return list;
        }
    }

    /// <summary>Why the status is what it is, in a sentence; null when active.</summary>
    public string? Because
    {
        get
        {
            var set = Key.Set.Name();
            var asked = Day.Text(on) ?? "so late a date";
            switch (Status)
            {
                case CodeStatus.Active:
                    return null;
                case CodeStatus.UnknownCode:
                    return Key == default ? "The text is not a code." : $"No edition of {set} in the book has {Key.Display}.";
                case CodeStatus.NotYetValid:
                    return $"{Key.Display} is valid from {Day.Text(from)}; the date asked for is {asked}.";
                case CodeStatus.Deleted:
                    var successors = Successors;
                    return string.Create(CultureInfo.InvariantCulture, $"{Key.Display} was last valid on {Day.Text(to)}{(successors.Count > 0 ? $"; replaced by {string.Join(", ", successors.Select(s => s.Display))}" : "")}.");
                default:
                    var last = Day.Text(book.LastCovered(Key.Set));
                    if (on > to && book.LastCovered(Key.Set) >= on) return $"No list in force on {asked} that is loaded has {Key.Display}, and none says that it ended: the last one that has it is known to {Day.Text(to)}.";
                    return on > to
                        ? $"No edition of {set} for {asked} is loaded; the newest one {(last is null ? "is the starter's, which" : $"ends on {last} and")} shows {Key.Display} valid until {Day.Text(to)}."
                        : $"No edition of {set} for {asked} is loaded; the oldest one that has {Key.Display} begins on {Day.Text(from)}.";
            }
        }
    }
}
