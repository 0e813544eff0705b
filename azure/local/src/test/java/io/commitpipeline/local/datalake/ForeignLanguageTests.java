package io.commitpipeline.local.datalake;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.azure.storage.file.datalake.models.PathHttpHeaders;
import io.commitpipeline.local.datalake.faults.LakeOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What SDKs of other languages send, and read, otherwise than Java's.
 */
class ForeignLanguageTests {

	@RegisterExtension
	final Lake lake = new Lake();

	@Test
	void aPatchMayComeAsAPut() throws Exception {
		this.lake.fileSystem().createFile("hadoop");
		request("PUT", "lake/hadoop?action=append&position=0").header("X-HTTP-Method-Override", "PATCH")
			.body("rows")
			.send();
		HttpResponse<String> flushed = request("PUT", "lake/hadoop?action=flush&position=4")
			.header("X-HTTP-Method-Override", "PATCH")
			.send();
		assertThat(flushed.statusCode()).isEqualTo(200);
		assertThat(this.lake.read("hadoop")).isEqualTo("rows");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lake/old name", "/localazure/lake/old name", "lake/old name" })
	void aRenameNamesItsSourceWithAndWithoutTheAccount(String source) throws Exception {
		this.lake.upload("old name", "moved");
		HttpResponse<String> renamed = request("PUT", "lake/n%C3%AAw%20%2B%23%25?mode=legacy")
			.header("x-ms-rename-source", source.replace(" ", "%20"))
			.send();
		assertThat(renamed.statusCode()).isEqualTo(201);
		assertThat(renamed.headers().firstValue("ETag")).isPresent();
		assertThat(renamed.headers().firstValue("Last-Modified")).isPresent();
		assertThat(this.lake.read("nêw +#%")).isEqualTo("moved");
	}

	@Test
	void theAccountMayBeMissingInAPathAsIfTheHostNamedIt() throws Exception {
		this.lake.upload("a/b", "here");
		assertThat(new SignedRequest(this.lake.server(), "GET", "/lake/a/b").send().body()).isEqualTo("here");
		assertThat(new SignedRequest(this.lake.server(), "GET", "/?comp=list").send().body()).contains("<Name>lake<");
	}

	@Test
	void aPlusInAQueryIsASpaceThoughNotInAPath() throws Exception {
		this.lake.upload("with space/+x", "here");
		String signature = request("GET", "lake?restype=container&comp=list&prefix=with%20space/").signature();
		HttpResponse<String> listed = request("GET", "lake?restype=container&comp=list&prefix=with+space/")
			.send(signature);
		assertThat(listed.body()).contains("<Name>with space/+x</Name>");
	}

	@Test
	void aListMayStartInTheMiddle() throws Exception {
		Stream.of("log/1", "log/2", "log/2-x", "log/3/y", "log/4").forEach((path) -> this.lake.upload(path, path));
		assertThat(names("lake?restype=container&comp=list&prefix=log/&startFrom=log/2-x")).containsExactly("log/2-x",
				"log/3", "log/3/y", "log/4");
		assertThat(names("lake?restype=container&comp=list&prefix=log/&startFrom=log/3/y")).containsExactly("log/3/y",
				"log/4");
		assertThat(names("lake?restype=container&comp=list&prefix=log/&startFrom=log/2&delimiter=/"))
			.containsExactly("log/2", "log/2-x", "log/3/", "log/4");
		String flat = request("GET", "lake?resource=filesystem&recursive=false&directory=log&beginFrom=3").send()
			.body();
		assertThat(flat).contains("log/3", "log/4").doesNotContain("log/2");
	}

	@Test
	void aBatchDeletesWhatItNamesAndAnswersForEach() throws Exception {
		this.lake.upload("a b/1", "1");
		this.lake.upload("kept", "2");
		String parts = part(delete("lake/a%20b/1")) + part(delete("lake/none"))
				+ part(delete("lake/kept").text("SharedKey localazure:d3Jvbmc="));
		HttpResponse<String> answer = batch(parts);
		assertThat(answer.statusCode()).isEqualTo(202);
		assertThat(answer.body()).containsSubsequence("Content-ID: 0", "HTTP/1.1 202 Accepted", "Content-ID: 1",
				"HTTP/1.1 404 Not Found", "x-ms-error-code: BlobNotFound", "Content-ID: 2", "HTTP/1.1 403 Forbidden",
				"x-ms-error-code: AuthenticationFailed");
		assertThat(this.lake.onDisk("a b/1")).doesNotExist();
		assertThat(this.lake.read("kept")).isEqualTo("2");
	}

	@Test
	void aFaultOfDeletionsDoesNotStrikeThoseOfABatch() throws Exception {
		this.lake.upload("a", "1");
		this.lake.server().faults().on(LakeOperation.DELETE).serverBusy();
		assertThat(delete("lake/a").send().statusCode()).isEqualTo(503);
		assertThat(batch(part(delete("lake/a"))).body()).contains("HTTP/1.1 202 Accepted");
		assertThat(this.lake.onDisk("a")).doesNotExist();
	}

	@Test
	void aRefusalOfAHeadHasNeitherBodyNorType() throws Exception {
		HttpResponse<String> missing = request("HEAD", "lake/nothing").send();
		assertThat(missing.statusCode()).isEqualTo(404);
		assertThat(missing.headers().firstValue("x-ms-error-code")).hasValue("BlobNotFound");
		assertThat(missing.headers().firstValue("Content-Type")).isEmpty();
		assertThat(missing.body()).isEmpty();
	}

	@Test
	void aRangeBehindTheEndIsToldWhereThatIs() throws Exception {
		this.lake.upload("five", "12345");
		HttpResponse<String> refusal = request("GET", "lake/five").header("x-ms-range", "bytes=5-").send();
		assertThat(refusal.statusCode()).isEqualTo(416);
		assertThat(refusal.headers().firstValue("Content-Range")).hasValue("bytes */5");
		assertThat(refusal.body()).contains("<Code>InvalidRange</Code>");
	}

	@Test
	void aRefusalIsInJsonForDataLakeAndInXmlForBlobs() throws Exception {
		HttpResponse<String> dfs = request("DELETE", "lake/nothing?recursive=true")
			.header("x-ms-client-request-id", "7")
			.send();
		assertThat(dfs.statusCode()).isEqualTo(404);
		assertThat(dfs.body()).contains("{\"error\":{", "\"code\":\"PathNotFound\"");
		assertThat(dfs.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).contains("json"));
		HttpResponse<String> blob = request("GET", "lake/nothing").header("x-ms-client-request-id", "7").send();
		assertThat(blob.body()).contains("<Error><Code>BlobNotFound</Code><Message>");
		assertThat(blob.headers().firstValue("Content-Type")).hasValue("application/xml");
		for (HttpResponse<String> refusal : List.of(dfs, blob)) {
			assertThat(refusal.headers().map()).containsKeys("x-ms-request-id", "date");
			assertThat(refusal.headers().firstValue("x-ms-version")).hasValue("2021-12-02");
			assertThat(refusal.headers().firstValue("x-ms-client-request-id")).hasValue("7");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "lake/%ff", "lake/a%00b" })
	void anAddressThatIsNoTextIsRefused(String address) throws Exception {
		HttpResponse<String> refusal = request("GET", address).send();
		assertThat(refusal.statusCode()).isEqualTo(400);
		assertThat(refusal.body()).contains("<Code>Invalid");
		assertThat(refusal.headers().firstValue("x-ms-error-code")).isPresent();
	}

	@Test
	void aDataLakeClientReadsPropertiesByAHead() throws Exception {
		this.lake.upload("notes", "x");
		this.lake.fileSystem().getFileClient("notes").setMetadata(Map.of("reviewer", "person_7"));
		this.lake.fileSystem()
			.getFileClient("notes")
			.setHttpHeaders(new PathHttpHeaders().setContentType("text/plain"));
		HttpResponse<String> read = request("HEAD", "lake/notes").header("Accept", "application/json").send();
		assertThat(read.headers().firstValue("x-ms-properties")).hasValue("reviewer=cGVyc29uXzc=");
		request("PATCH", "lake/notes?action=setProperties").header("x-ms-properties", "rows=Mw==").send();
		assertThat(this.lake.fileSystem().getFileClient("notes").getProperties()).satisfies((properties) -> {
			assertThat(properties.getMetadata()).isEqualTo(Map.of("rows", "3"));
			assertThat(properties.getContentType()).isEqualTo("text/plain");
		});
	}

	@Test
	void aFileSystemKeepsItsProperties() throws Exception {
		request("PATCH", "lake?resource=filesystem").header("x-ms-properties", "owner=YW5u").send();
		assertThat(request("HEAD", "lake?resource=filesystem").send().headers().firstValue("x-ms-properties"))
			.hasValue("owner=YW5u");
	}

	private SignedRequest request(String method, String address) {
		return new SignedRequest(this.lake.server(), method, "/" + this.lake.server().accountName() + "/" + address);
	}

	private SignedRequest delete(String address) {
		return request("DELETE", address);
	}

	private HttpResponse<String> batch(String parts) throws Exception {
		return request("POST", "lake?restype=container&comp=batch")
			.header("Content-Type", "multipart/mixed; boundary=batch_1")
			.body(parts + "--batch_1--\r\n")
			.send();
	}

	private static String part(SignedRequest request) throws Exception {
		return part(request.text(request.signature()));
	}

	private static String part(String request) {
		return "--batch_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n" + request;
	}

	private Stream<String> names(String address) throws Exception {
		return Stream.of(request("GET", address).send().body().split("<Name>"))
			.skip(1)
			.map((each) -> each.substring(0, each.indexOf('<')));
	}

}
