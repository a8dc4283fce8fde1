using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodingAhead.Site.Shared;

/// <summary>An answer written straight to JSON, for shapes that others defined and that are asked for at every key stroke.</summary>
/// <param name="contentType">As the standard of the shape names it.</param>
/// <param name="write">Writes one JSON value.</param>
/// <param name="status">HTTP status.</param>
public sealed class JsonAnswer(string contentType, Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) : IResult
{
    private static readonly ConcurrentBag<JsonBuffer> Pool = [];
    private Action<Utf8JsonWriter>? write = write;
    private byte[]? body;

    /// <summary>HTTP status.</summary>
    public int Status => status;

    /// <summary>What the reader must know and the shape has no place for: a Warning header.</summary>
    public string? Warning { get; init; }

    /// <summary>The JSON, written once; what it was written from is let go.</summary>
    public byte[] Render()
    {
        if (body is not null) return body;
        if (!Pool.TryTake(out var buffer)) buffer = new JsonBuffer();
        write!(buffer.Writer);
        buffer.Writer.Flush();
        body = buffer.Bytes.WrittenSpan.ToArray();
        write = null;
        if (body.Length > JsonBuffer.LargestKept) return body;
        buffer.Bytes.ResetWrittenCount();
        buffer.Writer.Reset();
        Pool.Add(buffer);
        return body;
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = Render();
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        if (Warning is not null) response.Headers.Warning = Warning;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }

    private sealed class JsonBuffer
    {
        public const int LargestKept = 1 << 18;

        // Checked in debug builds only: each shape is tested whole.
        private static readonly JsonWriterOptions Options = new()
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
#if !DEBUG
            SkipValidation = true,
#endif
        };

        public JsonBuffer() => Writer = new Utf8JsonWriter(Bytes, Options);

        public ArrayBufferWriter<byte> Bytes { get; } = new(16 << 10);

        public Utf8JsonWriter Writer { get; }
    }
}
