using Technopark.Client.Incubation;
using Technopark.Portal.Parts.Things;

namespace Technopark.Portal.Pages.Incubation;

/// <summary>What may be done with an application, on its own page and on the board.</summary>
internal static class ApplicationSteps
{
    public static Transition Screen(this IncubationClient incubation, Guid id) =>
        Transition.Of("screen", version => incubation.ScreenApplicationAsync(id, version));

    public static Transition Review(this IncubationClient incubation, Guid id) =>
        Transition.Of("review", version => incubation.ReviewApplicationAsync(id, version));

    public static Transition Deliberate(this IncubationClient incubation, Guid id) =>
        Transition.Of<DeliberateApplicationRequest>("deliberate", (deliberate, version) =>
            incubation.DeliberateApplicationAsync(id, version, deliberate));

    public static Transition Decide(this IncubationClient incubation, Guid id) =>
        Transition.Of<DecideApplicationRequest>("decide", (decide, version) =>
            incubation.DecideApplicationAsync(id, version, decide));
}
