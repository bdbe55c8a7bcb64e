using System.Reflection;

// Insights in a version with one event type more: those of a program are of the contracts and of its own assembly.
return (int)Assembly.Load("Technopark.Insights").EntryPoint!.Invoke(null, [args])!;
