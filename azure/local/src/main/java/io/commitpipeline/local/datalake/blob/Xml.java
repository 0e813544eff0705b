package io.commitpipeline.local.datalake.blob;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An answer in XML.
 */
final class Xml {

	static final String CONTENT_TYPE = "application/xml";

	private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final XMLStreamWriter writer;

	Xml() {
		try {
			this.writer = FACTORY.createXMLStreamWriter(this.bytes, StandardCharsets.UTF_8.name());
			this.writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Xml start(String name) {
		return write(() -> this.writer.writeStartElement(name));
	}

	Xml attribute(String name, String value) {
		return write(() -> this.writer.writeAttribute(name, value));
	}

	Xml text(String text) {
		return write(() -> this.writer.writeCharacters(text));
	}

	Xml element(String name, String text) {
		return start(name).text(text).end();
	}

	Xml end() {
		return write(this.writer::writeEndElement);
	}

	byte[] toBytes() {
		write(this.writer::writeEndDocument);
		write(this.writer::close);
		return this.bytes.toByteArray();
	}

	private Xml write(Step step) {
		try {
			step.run();
			return this;
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@FunctionalInterface
	private interface Step {

		void run() throws XMLStreamException;

	}

}
