using PolicyEval.Collector;

return ExitCodes.Nothing;
