package io.commitpipeline.local.cli;

import io.commitpipeline.local.replays.Rate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a rate from the command line.
 */
final class RateConverter implements ITypeConverter<Rate> {

	@Override
	public Rate convert(String text) {
		try {
			return Rate.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw new TypeConversionException(ex.getMessage());
		}
	}

}
