namespace CodingAhead.Codes.Page;

/// <summary>The national amounts of the physician fee schedule.</summary>
internal static class PaymentSection
{
    public static Payment? Of(PageReader page) => null;
}
