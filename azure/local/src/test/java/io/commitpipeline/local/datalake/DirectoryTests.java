package io.commitpipeline.local.datalake;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import com.azure.storage.file.datalake.DataLakeDirectoryClient;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.models.PathAccessControl;
import com.azure.storage.file.datalake.models.PathAccessControlEntry;
import com.azure.storage.file.datalake.models.PathPermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.commitpipeline.local.datalake.Refusals.assertBlobRefused;
import static io.commitpipeline.local.datalake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class DirectoryTests {

	@RegisterExtension
	final Lake lake = new Lake();

	@Test
	void fileSystemsAreMadeListedAndDeleted() {
		DataLakeFileSystemClient archive = this.lake.dataLake().createFileSystem("archive");
		assertThat(archive.exists()).isTrue();
		assertThat(this.lake.dataLake().listFileSystems()).extracting("name").containsExactly("archive", "lake");
		assertRefused(409, "ContainerAlreadyExists", archive::create);
		archive.delete();
		assertThat(archive.exists()).isFalse();
	}

	@Test
	void anUploadMakesTheDirectoriesAboveIt() {
		this.lake.upload("a/b/c", "x");
		DataLakeDirectoryClient directory = this.lake.fileSystem().getDirectoryClient("a/b");
		assertThat(directory.getProperties().isDirectory()).isTrue();
		assertThat(this.lake.fileSystem().getFileClient("a/b/c").getProperties().isDirectory()).isFalse();
	}

	@Test
	void anEmptyBlobWithAMarkOrASlashAtItsEndIsADirectory() {
		BlobParallelUploadOptions marked = new BlobParallelUploadOptions(BinaryData.fromBytes(new byte[0]))
			.setMetadata(Map.of("hdi_isfolder", "true"));
		blob("marked").uploadWithResponse(marked, null, null);
		blob("slash/").upload(BinaryData.fromBytes(new byte[0]));
		blob("slash/below/").upload(BinaryData.fromBytes(new byte[0]));
		for (String name : List.of("marked", "slash", "slash/below")) {
			assertThat(this.lake.fileSystem().getDirectoryClient(name).getProperties().isDirectory()).isTrue();
			assertThat(this.lake.onDisk(name)).isDirectory();
		}
		assertBlobRefused(409, "DirectoryIsNotEmpty", () -> blob("slash").delete());
		assertBlobRefused(409, "ResourceTypeMismatch", () -> blob("slash").upload(BinaryData.fromString("x"), true));
		blob("marked").delete();
		assertThat(this.lake.onDisk("marked")).doesNotExist();
	}

	@Test
	void aDirectoryKeepsItsMetadata() {
		DataLakeDirectoryClient directory = this.lake.fileSystem().createDirectory("a");
		directory.setMetadata(Map.of("purpose", "archive"));
		this.lake.upload("a/x", "1");
		this.lake.restart();
		assertThat(this.lake.fileSystem().getDirectoryClient("a").getProperties().getMetadata())
			.containsEntry("purpose", "archive");
	}

	@Test
	void whatIsWrittenIntoADirectoryOrAFileSystemLeavesItsTag() {
		this.lake.dataLake().createFileSystem("other");
		DataLakeFileSystemClient files = this.lake.dataLake().getFileSystemClient("other");
		DataLakeDirectoryClient directory = files.createDirectory("a");
		String outer = files.getProperties().getETag();
		String inner = directory.getProperties().getETag();
		this.lake.clock().advance(Duration.ofSeconds(2));
		files.getFileClient("a/x").upload(BinaryData.fromString("1"), true);
		files.getFileClient("y").upload(BinaryData.fromString("1"), true);
		assertThat(files.getProperties().getETag()).isEqualTo(outer);
		assertThat(directory.getProperties().getETag()).isEqualTo(inner);
		directory.setMetadata(Map.of("a", "b"));
		files.setMetadata(Map.of("a", "b"));
		assertThat(files.getProperties().getETag()).isNotEqualTo(outer);
		assertThat(directory.getProperties().getETag()).isNotEqualTo(inner);
	}

	@Test
	void aDirectoryThatHoldsSomethingIsDeletedOnlyWithAllBelow() {
		this.lake.upload("a/b/c", "x");
		DataLakeDirectoryClient directory = this.lake.fileSystem().getDirectoryClient("a");
		assertRefused(409, "DirectoryNotEmpty", directory::delete);
		assertThat(this.lake.read("a/b/c")).isEqualTo("x");
		directory.deleteRecursively();
		assertThat(this.lake.onDisk("a")).doesNotExist();
	}

	@Test
	void aDeletedFileLeavesNoMetadataToItsSuccessor() {
		this.lake.upload("a", "x");
		this.lake.fileSystem().getFileClient("a").setMetadata(Map.of("old", "1"));
		this.lake.fileSystem().getFileClient("a").delete();
		this.lake.upload("a", "y");
		assertThat(this.lake.fileSystem().getFileClient("a").getProperties().getMetadata()).isEmpty();
	}

	@Test
	void aFileIsNoDirectory() {
		this.lake.upload("file", "x");
		assertRefused(409, "PathConflict", () -> this.lake.fileSystem().createDirectory("file", true));
		assertRefused(409, "PathConflict", () -> this.lake.fileSystem().createFile("file/below", true));
		assertThat(this.lake.read("file")).isEqualTo("x");
	}

	@Test
	void accessControlIsAlwaysTheSame() {
		this.lake.upload("a", "x");
		PathAccessControl control = this.lake.fileSystem().getFileClient("a").getAccessControl();
		assertThat(control.getOwner()).isEqualTo("$superuser");
		assertThat(control.getGroup()).isEqualTo("$superuser");
		assertThat(PathAccessControlEntry.serializeList(control.getAccessControlList()))
			.isEqualTo("user::rwx,group::r-x,other::---");
		assertThat(control.getPermissions()).isEqualTo(PathPermissions.parseSymbolic("rwxr-x---"));
		assertThat(this.lake.fileSystem().getDirectoryClient("").getAccessControl().getGroup()).isEqualTo("$superuser");
	}

	private BlobClient blob(String name) {
		return this.lake.blobs().getBlobContainerClient("lake").getBlobClient(name);
	}

}
