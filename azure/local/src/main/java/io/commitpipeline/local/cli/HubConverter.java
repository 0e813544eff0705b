package io.commitpipeline.local.cli;

import io.commitpipeline.local.eventhubs.broker.HubDefinition;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a hub from the command line.
 */
final class HubConverter implements ITypeConverter<HubDefinition> {

	@Override
	public HubDefinition convert(String text) {
		try {
			return HubDefinition.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw new TypeConversionException(ex.getMessage());
		}
	}

}
