using Grpc.Core;
using Grpc.Core.Interceptors;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.Feed;

/// <summary>Gives a gRPC caller the status of a known refusal; of anything else only that it happened.</summary>
internal sealed partial class ProblemInterceptor(DatabaseProblems database, ILogger<ProblemInterceptor> log)
    : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        TResponse answer = null!;
        await TranslateAsync(async () => answer = await continuation(request, context), context);
        return answer;
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        TranslateAsync(() => continuation(request, responseStream, context), context);

    private async Task TranslateAsync(Func<Task> call, ServerCallContext context)
    {
        try
        {
            await call();
        }
        catch (Exception e) when (e is not (RpcException or OperationCanceledException))
        {
            throw Translate(e, context);
        }
    }

    private RpcException Translate(Exception e, ServerCallContext context)
    {
        if ((e as ProblemException ?? DomainProblems.Translate(e) ?? database.Translate(e)) is { } known)
        {
            return new RpcException(
                new Status(StatusOf(known.Kind), known.Message), new Metadata { { "problem-code", known.Code } });
        }

        LogFailed(log, e, context.Method);
        return new RpcException(new Status(StatusCode.Internal, "The call failed."));
    }

    private static StatusCode StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid or ProblemKind.Unprocessable => StatusCode.InvalidArgument,
        ProblemKind.Forbidden => StatusCode.PermissionDenied,
        ProblemKind.NotFound => StatusCode.NotFound,
        ProblemKind.Conflict => StatusCode.FailedPrecondition,
        ProblemKind.PreconditionFailed or ProblemKind.PreconditionRequired => StatusCode.Aborted,
        _ => StatusCode.Unavailable,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed")]
    private static partial void LogFailed(ILogger logger, Exception e, string method);
}
