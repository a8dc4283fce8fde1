namespace CodingAhead.Claims;

/// <summary>A value that does not fit its place; the message says where and what was expected. It stays inside a reader, which makes an <see cref="UnreadClaim"/> of it.</summary>
internal sealed class UnfitException(string message) : Exception(message);
