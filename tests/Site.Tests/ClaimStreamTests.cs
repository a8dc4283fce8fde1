using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace CodingAhead.Site.Tests;

/// <summary>A stream of claims on the real server, over a socket: what is answered goes out while the rest is still being sent.</summary>
public sealed class ClaimStreamTests : IClassFixture<ClaimStreamTests.Server>
{
    private const string Claim = """{"id":"n","provider":{"npi":"1234567890"},"lines":[{"code":"64635","date":"2025-10-15"}]}""";

    private readonly Server server;
    private readonly CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public ClaimStreamTests(Server server)
    {
        this.server = server;
        limit.CancelAfter(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_first_answer_comes_before_the_last_claim_is_sent_and_a_bad_line_spoils_no_other()
    {
        using var socket = await BeginAsync();
        await SendAsync(socket, Claim + "\n");
        await UntilAsync(socket, "\"verdict\":\"fail\"");
        await SendAsync(socket, "nonsense\n");
        await UntilAsync(socket, "\"error\":");
        await SendAsync(socket, Claim);
        await EndAsync(socket);
        Assert.Contains("\"verdict\":\"fail\"", await UntilAsync(socket, "0\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_work_and_the_next_one_is_served()
    {
        using (var socket = await BeginAsync())
        {
            await SendAsync(socket, Claim + "\n");
            await UntilAsync(socket, "\"verdict\"");
        }

        using var next = await BeginAsync();
        await SendAsync(next, Claim + "\n");
        await EndAsync(next);
        await UntilAsync(next, "0\r\n\r\n");
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_not_read_from()
    {
        using var socket = await BeginAsync();
        var lines = string.Concat(Enumerable.Repeat(Claim + "\n", 500));
        long sent = 0;
        using var full = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        try
        {
            // Sockets and pipes hold some of it; the rest waits. Without back pressure 400 MB would be taken.
            while (sent < 400L << 20)
            {
                full.CancelAfter(TimeSpan.FromSeconds(3));
                await SendAsync(socket, lines, full.Token);
                sent += lines.Length;
            }
        }
        catch (OperationCanceledException) when (!limit.IsCancellationRequested)
        {
            // It waits for us to read, as it should.
        }

        Assert.InRange(sent, 1, 200L << 20);
    }

    private async Task<TcpClient> BeginAsync()
    {
        var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", server.Port, limit.Token);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /api/claims/check HTTP/1.1\r\nHost: 127.0.0.1:{server.Port.ToString(CultureInfo.InvariantCulture)}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"), limit.Token);
        return socket;
    }

    private Task SendAsync(TcpClient socket, string text, CancellationToken? cancel = null) =>
        socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{text.Length.ToString("x", CultureInfo.InvariantCulture)}\r\n{text}\r\n"), cancel ?? limit.Token).AsTask();

    private Task EndAsync(TcpClient socket) => socket.GetStream().WriteAsync("0\r\n\r\n"u8.ToArray(), limit.Token).AsTask();

    // Reads on until a text has come; what comes after it in the same packet is dropped, as nothing here waits for it.
    private async Task<string> UntilAsync(TcpClient socket, string text)
    {
        var (buffer, seen) = (new byte[4096], new StringBuilder());
        while (!seen.ToString().Contains(text, StringComparison.Ordinal))
        {
            var read = await socket.GetStream().ReadAsync(buffer, limit.Token);
            Assert.True(read > 0, $"the answer ends without {text}: {seen}");
            seen.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return seen.ToString();
    }

    /// <summary>The site on a free port.</summary>
    public sealed class Server : WebApplicationFactory<Program>
    {
        public Server()
        {
            UseKestrel(0);
            StartServer();
            Port = ClientOptions.BaseAddress.Port;
        }

        public int Port { get; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("book", SampleBooks.Starter);
            builder.ConfigureLogging(l => l.ClearProviders());
        }
    }
}
