namespace Technopark.Investment.Domain;

/// <summary>What an investor gets for the money.</summary>
internal enum Instrument
{
    /// <summary>Share of the charter capital (доля).</summary>
    Share,

    /// <summary>Ordinary stock.</summary>
    Equity,

    /// <summary>Preferred stock.</summary>
    Preferred,

    /// <summary>Convertible loan (конвертируемый заём).</summary>
    ConvertibleLoan,

    /// <summary>Simple agreement for future equity.</summary>
    Safe,

    Loan,
    Grant,
    Subsidy,

    /// <summary>The founders' own money.</summary>
    OwnFunds,
}

internal static class InstrumentClasses
{
    /// <summary>The class under which money for this instrument is reported.</summary>
    public static InvestmentClass Class(this Instrument instrument) => instrument switch
    {
        Instrument.Share or Instrument.Equity or Instrument.Preferred => InvestmentClass.Equity,
        Instrument.ConvertibleLoan or Instrument.Safe => InvestmentClass.Convertible,
        Instrument.Loan => InvestmentClass.Debt,
        Instrument.Grant => InvestmentClass.Grant,
        Instrument.Subsidy => InvestmentClass.Subsidy,
        Instrument.OwnFunds => InvestmentClass.OwnFunds,
        _ => throw new ArgumentOutOfRangeException(nameof(instrument), instrument, "An instrument without a class."),
    };
}
