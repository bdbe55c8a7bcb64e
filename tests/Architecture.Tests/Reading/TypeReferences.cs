using Mono.Cecil.Cil;

namespace Technopark.Architecture.Tests.Reading;

/// <summary>
/// What a compiled type knows: in signatures, attributes and bodies, closures and state machines included. Source text
/// does not show it all, for implicit usings hide namespaces.
/// </summary>
internal static class TypeReferences
{
    /// <summary>Full names of the types that a type refers to.</summary>
    public static IReadOnlySet<string> Of(TypeDefinition type) =>
        All(type).SelectMany(Parts).Select(reference => reference.FullName).ToHashSet();

    private static IEnumerable<TypeReference?> All(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. Attributes(type),
        .. type.GenericParameters.SelectMany(parameter => parameter.Constraints)
        .Select(constraint => constraint.ConstraintType),
        .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
        .. type.Properties.SelectMany(property => Attributes(property).Append(property.PropertyType)),
        .. type.Methods.SelectMany(Of),
        .. type.NestedTypes.SelectMany(All),
    ];

    private static IEnumerable<TypeReference?> Of(MethodDefinition method) =>
    [
        .. Signature(method),
        .. Attributes(method),
        .. method.Parameters.SelectMany(Attributes),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(Operand) : [],
    ];

    private static IEnumerable<TypeReference?> Operand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method => Signature(method),
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
    [
        method.DeclaringType,
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
    ];

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider of) =>
        of.CustomAttributes.Select(attribute => attribute.AttributeType);

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };
}
