"""Microsoft's Python SDKs, fsspec, Arrow and Delta Lake against the stand-ins: clients.py pipeline-data/azure.env"""
import io
import sys
import threading
import time
import uuid
from urllib.parse import urlparse

import adlfs
import deltalake
import pyarrow
import pyarrow.fs
import pyarrow.parquet
from azure.core.exceptions import HttpResponseError, ResourceNotFoundError
from azure.eventhub import EventData, EventHubConsumerClient, EventHubProducerClient
from azure.eventhub.exceptions import AuthenticationError, EventHubError
from azure.eventhub.extensions.checkpointstoreblob import BlobCheckpointStore
from azure.storage.blob import BlobServiceClient, ContainerClient
from azure.storage.filedatalake import DataLakeServiceClient

settings = dict(line.rstrip("\n").split("=", 1) for line in open(sys.argv[1]))
hub = settings["EVENTHUB_NAME"]
connection = settings["EVENTHUBS_CONNECTION_STRING"]
run = uuid.uuid4().hex


def producer(string=connection, name=hub, **options):
    return EventHubProducerClient.from_connection_string(string, eventhub_name=name, retry_total=0, **options)


def consumer(string=connection, name=hub, **options):
    return EventHubConsumerClient.from_connection_string(string, "$Default", eventhub_name=name, retry_total=0, **options)


def received(count, starting_position="-1", **options):
    """Events of this run, until there are enough of them."""
    events, done = [], threading.Event()

    def on_batch(partition, batch):
        events.extend((partition.partition_id, e) for e in batch if e.properties.get(b"run") == run.encode())
        if batch and "checkpoint_store" in options:
            partition.update_checkpoint(batch[-1])
        if len(events) >= count:
            done.set()

    with consumer(**options) as client:
        reader = threading.Thread(target=client.receive_batch, args=(on_batch,), daemon=True,
                                  kwargs={"starting_position": starting_position})
        reader.start()
        assert done.wait(30), f"{len(events)} of {count} events came"
    return events


def event(body, **properties):
    made = EventData(body)
    made.properties = {"run": run, **properties}
    return made


def refused(kind, text, call):
    try:
        call()
    except kind as ex:
        assert text in str(ex), f"{text!r} expected in {ex!r}"
    else:
        raise AssertionError(f"{text} expected, nothing was refused")


def events_come_back_as_they_were_sent():
    with producer() as client:
        batch = client.create_batch(partition_key="author")
        for row in range(100):
            batch.add(event(f"body {row}", row=row))
        client.send_batch(batch)
    events = received(100)
    assert len({partition for partition, _ in events}) == 1
    assert [e.body_as_str() for _, e in events] == [f"body {row}" for row in range(100)]
    assert [e.properties[b"row"] for _, e in events] == list(range(100))
    assert {e.partition_key for _, e in events} == {b"author"}


def a_buffered_producer_delivers_everything():
    failures = []
    with producer(buffered_mode=True, on_success=lambda *_: None,
                  on_error=lambda *failure: failures.append(failure)) as client:
        for row in range(500):
            client.send_event(event(f"buffered {row}", kind="buffered"), partition_key=f"key {row % 7}")
        client.flush()
    assert not failures, failures
    partitions = {}
    for partition, e in received(600):
        if e.properties.get(b"kind") == b"buffered":
            partitions.setdefault(e.partition_key, set()).add(partition)
    assert len(partitions) == 7 and all(len(where) == 1 for where in partitions.values()), partitions


def properties_tell_the_end_of_a_partition():
    with producer() as client:
        before = client.get_partition_properties("0")
        batch = client.create_batch(partition_id="0")
        batch.add(event("one more"))
        client.send_batch(batch)
        after = client.get_partition_properties("0")
        assert after["last_enqueued_sequence_number"] == before["last_enqueued_sequence_number"] + 1
        assert after["last_enqueued_offset"] == str(after["last_enqueued_sequence_number"])
        assert client.get_eventhub_properties()["eventhub_name"] == hub
        assert client.get_partition_ids() == [str(i) for i in range(len(client.get_partition_ids()))]


def what_is_wrong_is_refused_by_name():
    wrong = connection.replace("SharedAccessKey=", "SharedAccessKey=wrong")
    refused(AuthenticationError, "Token authentication failed", lambda: producer(wrong).get_eventhub_properties())
    refused(AuthenticationError, "Token authentication failed", lambda: producer(name="nowhere").get_partition_ids())
    refused(EventHubError, "Invalid partition 99", lambda: producer().send_event(event("lost"), partition_id="99"))
    refused(EventHubError, "Status code: 400", lambda: producer().get_partition_properties("99"))


def checkpoints_lie_in_blobs():
    store = BlobCheckpointStore(settings["BLOB_ENDPOINT"], "hot", credential=settings["STORAGE_KEY"])
    with producer() as client:
        client.send_event(event("to be checked off"))
    received(1, checkpoint_store=store)
    container = ContainerClient(settings["BLOB_ENDPOINT"], "hot", credential=settings["STORAGE_KEY"])
    deadline = time.monotonic() + 20
    while not any(f"/{hub}/$default/checkpoint/" in blob.name for blob in container.list_blobs()):
        assert time.monotonic() < deadline, [blob.name for blob in container.list_blobs()]


def files_are_written_renamed_listed_and_read():
    lake = DataLakeServiceClient(settings["DATALAKE_ENDPOINT"], credential=settings["STORAGE_KEY"])
    files = lake.get_file_system_client("archive")
    file = files.get_directory_client(f"clients/{run}").create_file("new.txt")
    file.append_data(b"hello ", 0)
    file.append_data(b"lake", 6)
    file.flush_data(10)
    file = file.rename_file(f"archive/clients/{run}/über alles.txt")
    assert file.download_file().readall() == b"hello lake"
    assert file.download_file(offset=6, length=4).readall() == b"lake"
    names = [path.name for path in files.get_paths(f"clients/{run}")]
    assert names == [f"clients/{run}/über alles.txt"], names
    refused(ResourceNotFoundError, "BlobNotFound", lambda: files.get_file_client("nothing").download_file())
    refused(ResourceNotFoundError, "PathNotFound", lambda: list(files.get_paths("nothing")))
    refused(HttpResponseError, "AuthenticationFailed", lambda: list(
        DataLakeServiceClient(settings["DATALAKE_ENDPOINT"], credential="d3Jvbmc=").list_file_systems()))


def blobs_of_many_blocks_and_leases():
    blobs = BlobServiceClient(settings["BLOB_ENDPOINT"], credential=settings["STORAGE_KEY"])
    blob = blobs.get_blob_client("archive", f"clients/{run}/large.bin")
    content = bytes(range(256)) * 4096 * 32
    blob.upload_blob(content, max_concurrency=2, overwrite=True)
    assert blob.download_blob(max_concurrency=2).readall() == content
    lease = blob.acquire_lease(15)
    refused(HttpResponseError, "LeaseIdMissing", lambda: blob.upload_blob(b"stranger", overwrite=True))
    blob.upload_blob(b"owner", overwrite=True, lease=lease)
    lease.release()
    container = blobs.get_container_client("archive")
    container.upload_blob(f"clients/{run}/Smith, Anna", b"", metadata={"rows": "0"})
    listed = container.list_blobs(f"clients/{run}/Smith, ", include=["snapshots", "metadata"])
    assert [(each.name, each.metadata["rows"]) for each in listed] == [(f"clients/{run}/Smith, Anna", "0")]
    deleted = container.delete_blobs(blob.blob_name, "clients/nothing", raise_on_any_failure=False)
    assert [each.status_code for each in deleted] == [202, 404]


def arrow_appends_renames_and_deletes():
    address = urlparse(settings["BLOB_ENDPOINT"]).netloc
    lake = pyarrow.fs.AzureFileSystem(
        settings["STORAGE_ACCOUNT"], account_key=settings["STORAGE_KEY"], blob_storage_authority=address,
        blob_storage_scheme="http", dfs_storage_authority=address, dfs_storage_scheme="http")
    folder = f"archive/clients/{run}/arrow"
    lake.create_dir(folder)
    with lake.open_output_stream(f"{folder}/new") as out:
        out.write(b"hello ")
    with lake.open_append_stream(f"{folder}/new") as out:
        out.write(b"lake")
    lake.move(f"{folder}/new", f"{folder}/über alles")
    assert lake.open_input_stream(f"{folder}/über alles").read() == b"hello lake"
    assert lake.get_file_info(f"{folder}/new").type == pyarrow.fs.FileType.NotFound
    lake.delete_dir(folder)


def a_delta_table_grows_and_is_cleaned():
    options = {"azure_storage_account_name": settings["STORAGE_ACCOUNT"], "allow_http": "true",
               "azure_storage_account_key": settings["STORAGE_KEY"], "azure_storage_endpoint": settings["BLOB_ENDPOINT"]}
    place = f"az://archive/clients/{run}/delta"
    for _ in range(3):
        deltalake.write_deltalake(place, pyarrow.table({"commits": [3, 4]}), storage_options=options, mode="append")
    table = deltalake.DeltaTable(place, storage_options=options)
    table.delete("commits = 3")
    assert table.to_pyarrow_table()["commits"].to_pylist() == [4, 4, 4]
    assert table.vacuum(0, dry_run=False, enforce_retention_duration=False)


def arrow_writes_and_reads_parquet():
    lake = adlfs.AzureBlobFileSystem(
        connection_string=f"DefaultEndpointsProtocol=http;AccountName={settings['STORAGE_ACCOUNT']};"
        f"AccountKey={settings['STORAGE_KEY']};BlobEndpoint={settings['BLOB_ENDPOINT']};")
    table = pyarrow.table({"author": ["ann", "bob"], "commits": [3, 4]})
    pyarrow.parquet.write_table(table, f"archive/clients/{run}/table.parquet", filesystem=lake)
    assert pyarrow.parquet.read_table(f"archive/clients/{run}/table.parquet", filesystem=lake).equals(table)
    assert lake.ls(f"archive/clients/{run}", detail=False)
    lake.rm(f"archive/clients/{run}", recursive=True)
    assert not lake.exists(f"archive/clients/{run}")


for check in (events_come_back_as_they_were_sent, a_buffered_producer_delivers_everything,
              properties_tell_the_end_of_a_partition, what_is_wrong_is_refused_by_name, checkpoints_lie_in_blobs,
              files_are_written_renamed_listed_and_read, blobs_of_many_blocks_and_leases,
              arrow_appends_renames_and_deletes, a_delta_table_grows_and_is_cleaned, arrow_writes_and_reads_parquet):
    check()
    print("ok:", check.__name__.replace("_", " "), flush=True)
