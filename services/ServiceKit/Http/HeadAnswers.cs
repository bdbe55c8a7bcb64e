namespace Technopark.ServiceKit.Http;

/// <summary>Answers HEAD as GET, without the body.</summary>
internal static class HeadAnswers
{
    public static void AnswerHead(this IEndpointConventionBuilder endpoints) => endpoints.Finally(endpoint =>
    {
        var methods = endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods;
        if (methods is not ["GET"] || endpoint.RequestDelegate is not { } next)
        {
            return;
        }

        endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        endpoint.RequestDelegate = context =>
            HttpMethods.IsHead(context.Request.Method) ? HeadAsync(context, next) : next(context);
    });

    private static async Task HeadAsync(HttpContext context, RequestDelegate next)
    {
        // A stream would go on for ever: all that is to be said is said before its first byte.
        var (aborted, body) = (context.RequestAborted, context.Response.Body);
        using var isSaid = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        context.RequestAborted = isSaid.Token;
        context.Response.Body = new NoBody(isSaid);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (isSaid.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            // The rest is body.
        }
        finally
        {
            (context.RequestAborted, context.Response.Body) = (aborted, body);
        }
    }

    /// <summary>Takes nothing, and says so with the first byte.</summary>
    private sealed class NoBody(CancellationTokenSource isSaid) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => isSaid.Cancel();
    }
}
