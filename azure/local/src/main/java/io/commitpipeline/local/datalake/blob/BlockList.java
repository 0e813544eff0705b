package io.commitpipeline.local.datalake.blob;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.commitpipeline.local.datalake.http.ServiceError;

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

	static List<String> read(InputStream body) {
		try {
			return ids(FACTORY.createXMLStreamReader(body));
		}
		catch (XMLStreamException ex) {
			throw INVALID.exception();
		}
	}

	private static List<String> ids(XMLStreamReader reader) throws XMLStreamException {
		List<String> ids = new ArrayList<>();
		reader.nextTag();
		while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
			ids.add(reader.getElementText().strip());
		}
		return ids;
	}

}
