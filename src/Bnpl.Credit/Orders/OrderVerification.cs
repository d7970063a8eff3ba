namespace Bnpl.Credit.Orders;

/// <summary>What an order knows of its buyer's proof of the telephone number.</summary>
internal sealed partial class Order
{
    /// <summary>How many further codes may be sent while one is awaited; null while none is.</summary>
    public short? CodesLeft { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }

    public void AwaitCode(int furtherCodes) => CodesLeft = (short)furtherCodes;

    /// <summary>Another code is on its way: what may still be asked for has changed.</summary>
    public void CodeSent() => Changed();

    public void Verified(DateTimeOffset now) => VerifiedAt = now;

    /// <summary>The telephone number is another one now.</summary>
    public void Unverify() => VerifiedAt = null;

    public void GiveUpCode()
    {
        CodesLeft = null;
        Changed();
    }
}
