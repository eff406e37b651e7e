using System.Text.Json;

namespace PolicyEval.Reporting.Sarif;

/// <summary>Writes what SARIF itself has no name for (SARIF 2.1.0, 3.8) into an object that is open already.</summary>
internal delegate void SarifProperties(Utf8JsonWriter json);
