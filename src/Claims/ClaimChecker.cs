using CodingAhead.Claims.Edits;
using CodingAhead.Codes;

namespace CodingAhead.Claims;

/// <summary>
/// Checks claims against a book. Each answer names the rule, the lines, the source row and the smallest honest change. Deterministic; the order of
/// lines does not change a verdict. Thread-safe; make one for each book.
/// </summary>
public sealed class ClaimChecker(Book book)
{
    private readonly ProfileCache profiles = new(book);

    /// <summary>The book.</summary>
    public Book Book => book;

    internal ProfileCache Profiles => profiles;

    /// <summary>Judges a claim by every rule of <see cref="EditList"/>.</summary>
    public CheckResult Check(Claim claim, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var context = new CheckContext(claim, profiles, options ?? new CheckOptions());
        foreach (var edit in EditList.All) edit(context);
        return context.Result();
    }
}
