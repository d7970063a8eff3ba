using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Bnpl.Infrastructure.Web;

/// <summary>What makes two requests with one idempotency key the same: query and body; of a form its fields and files, not the boundary.</summary>
internal static class RequestFingerprint
{
    public static async Task<byte[]> ComputeAsync(HttpRequest request, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(request.QueryString.Value ?? ""));
        request.EnableBuffering();
        if (request.HasFormContentType)
        {
            IFormCollection form = await ReadFormAsync(request, cancellation);
            foreach ((string name, StringValues value) in form.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"\0{name}\0{value}"));
            }

            foreach (IFormFile file in form.Files)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"\0{file.Name}\0"));
                await using Stream content = file.OpenReadStream();
                await AppendAsync(hash, content, cancellation);
            }
        }
        else
        {
            await AppendAsync(hash, request.Body, cancellation);
            request.Body.Position = 0;
        }

        return hash.GetHashAndReset();
    }

    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            // A form that ends before its closing boundary is the sender's mistake, though it looks like a broken stream.
            throw new InvalidDataException("The form ends too early.", exception);
        }
    }

    private static async Task AppendAsync(IncrementalHash hash, Stream stream, CancellationToken cancellation)
    {
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }
    }
}
