package io.commitpipeline.local.datalake.blob;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.store.BlockChoice;
import io.commitpipeline.local.datalake.store.BlockChoice.Source;

/**
 * The body of a request that makes a blob of blocks.
 */
final class BlockList {

	private static final ServiceError INVALID = new ServiceError(400, "InvalidXmlDocument",
			"The XML specified is not syntactically valid.");

	private static final XMLInputFactory FACTORY = factory();

	private BlockList() {
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

	static List<BlockChoice> read(InputStream body) {
		try {
			return choices(FACTORY.createXMLStreamReader(body));
		}
		catch (XMLStreamException ex) {
			throw INVALID.exception();
		}
	}

	private static List<BlockChoice> choices(XMLStreamReader reader) throws XMLStreamException {
		List<BlockChoice> choices = new ArrayList<>();
		reader.nextTag();
		while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
			Source source = source(reader.getLocalName());
			choices.add(new BlockChoice(source, reader.getElementText().strip()));
		}
		return choices;
	}

	private static Source source(String element) {
		return switch (element) {
			case "Committed" -> Source.COMMITTED;
			case "Uncommitted" -> Source.UNCOMMITTED;
			case "Latest" -> Source.LATEST;
			default -> throw INVALID.exception();
		};
	}

}
