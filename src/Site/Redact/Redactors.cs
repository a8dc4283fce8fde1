using CodingAhead.Text.Redact;

namespace CodingAhead.Site.Redact;

/// <summary>The redactors of the two built-in policies, which are asked for again and again, and those of other policies as they come.</summary>
internal sealed class Redactors(TimeProvider clock)
{
    private readonly Lazy<Redactor> safeHarbor = new(() => new Redactor(Policy.SafeHarbor, clock)), limited = new(() => new Redactor(Policy.LimitedDataSet, clock));

    /// <summary>The redactor of a policy.</summary>
    public Redactor For(Policy policy) => ReferenceEquals(policy, Policy.SafeHarbor) ? safeHarbor.Value : ReferenceEquals(policy, Policy.LimitedDataSet) ? limited.Value : new Redactor(policy, clock);
}
