// Microsoft's Go SDKs against the stand-ins: go run . pipeline-data/azure.env
package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/messaging/azeventhubs/v2"
	"github.com/Azure/azure-sdk-for-go/sdk/messaging/azeventhubs/v2/checkpoints"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/bloberror"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/container"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/lease"
)

var (
	settings = map[string]string{}
	run      = random()
	ctx      = context.Background()
)

func random() string {
	id := make([]byte, 8)
	_, err := rand.Read(id)
	check(err)
	return hex.EncodeToString(id)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func require(holds bool, what string, values ...any) {
	if !holds {
		panic(fmt.Sprintf(what, values...))
	}
}

func producer(connection string) *azeventhubs.ProducerClient {
	client, err := azeventhubs.NewProducerClientFromConnectionString(connection, settings["EVENTHUB_NAME"],
		&azeventhubs.ProducerClientOptions{RetryOptions: azeventhubs.RetryOptions{MaxRetries: -1}})
	check(err)
	return client
}

func consumer() *azeventhubs.ConsumerClient {
	client, err := azeventhubs.NewConsumerClientFromConnectionString(settings["EVENTHUBS_CONNECTION_STRING"],
		settings["EVENTHUB_NAME"], azeventhubs.DefaultConsumerGroup, nil)
	check(err)
	return client
}

func eventsComeBackAsTheyWereSent() {
	sender := producer(settings["EVENTHUBS_CONNECTION_STRING"])
	defer sender.Close(ctx)
	before, err := sender.GetPartitionProperties(ctx, "1", nil)
	check(err)
	batch, err := sender.NewEventDataBatch(ctx, &azeventhubs.EventDataBatchOptions{PartitionID: to.Ptr("1")})
	check(err)
	for row := 0; row < 100; row++ {
		check(batch.AddEventData(&azeventhubs.EventData{
			Body:        []byte(fmt.Sprintf("body %d", row)),
			ContentType: to.Ptr("text/plain"),
			Properties:  map[string]any{"run": run, "row": int64(row), "ratio": 0.5, "even": row%2 == 0},
		}, nil))
	}
	check(sender.SendEventDataBatch(ctx, batch, nil))
	after, err := sender.GetPartitionProperties(ctx, "1", nil)
	check(err)
	require(after.LastEnqueuedSequenceNumber == before.LastEnqueuedSequenceNumber+100, "%v after %v", after, before)

	client := consumer()
	defer client.Close(ctx)
	reader, err := client.NewPartitionClient("1", &azeventhubs.PartitionClientOptions{
		StartPosition: azeventhubs.StartPosition{SequenceNumber: to.Ptr(before.LastEnqueuedSequenceNumber + 1), Inclusive: true},
		OwnerLevel:    to.Ptr(int64(1)),
	})
	check(err)
	defer reader.Close(ctx)
	for row := 0; row < 100; {
		patience, cancel := context.WithTimeout(ctx, 20*time.Second)
		events, err := reader.ReceiveEvents(patience, 100-row, nil)
		cancel()
		check(err)
		for _, event := range events {
			require(string(event.Body) == fmt.Sprintf("body %d", row), "%q for row %d", event.Body, row)
			require(*event.ContentType == "text/plain", "content type %v", event.ContentType)
			require(event.Properties["row"] == int64(row) && event.Properties["ratio"] == 0.5 &&
				event.Properties["even"] == (row%2 == 0), "%v", event.Properties)
			require(event.SequenceNumber == before.LastEnqueuedSequenceNumber+1+int64(row), "%d", event.SequenceNumber)
			row++
		}
	}
}

func whatIsWrongIsRefusedByName() {
	stranger := producer(strings.Replace(settings["EVENTHUBS_CONNECTION_STRING"], "SharedAccessKey=", "SharedAccessKey=wrong", 1))
	defer stranger.Close(ctx)
	_, err := stranger.GetEventHubProperties(ctx, nil)
	require(err != nil && strings.Contains(err.Error(), "InvalidSignature:"), "a refusal expected, not %v", err)

	first, second := consumer(), consumer()
	defer first.Close(ctx)
	defer second.Close(ctx)
	owner, err := first.NewPartitionClient("0", &azeventhubs.PartitionClientOptions{OwnerLevel: to.Ptr(int64(1))})
	check(err)
	short, cancel := context.WithTimeout(ctx, time.Second)
	owner.ReceiveEvents(short, 1, nil)
	cancel()
	thief, err := second.NewPartitionClient("0", &azeventhubs.PartitionClientOptions{OwnerLevel: to.Ptr(int64(2))})
	check(err)
	short, cancel = context.WithTimeout(ctx, time.Second)
	thief.ReceiveEvents(short, 1, nil)
	cancel()
	_, err = owner.ReceiveEvents(ctx, 1, nil)
	var refusal *azeventhubs.Error
	require(errors.As(err, &refusal) && refusal.Code == azeventhubs.ErrorCodeOwnershipLost, "ownership lost expected, not %v", err)
}

func aProcessorKeepsItsCheckpointsInBlobs() {
	credential, err := container.NewSharedKeyCredential(settings["STORAGE_ACCOUNT"], settings["STORAGE_KEY"])
	check(err)
	blobs, err := container.NewClientWithSharedKeyCredential(settings["BLOB_ENDPOINT"]+"/cold", credential, nil)
	check(err)
	store, err := checkpoints.NewBlobStore(blobs, nil)
	check(err)
	client := consumer()
	defer client.Close(ctx)
	processor, err := azeventhubs.NewProcessor(client, store, &azeventhubs.ProcessorOptions{
		LoadBalancingStrategy: azeventhubs.ProcessorStrategyGreedy,
		StartPositions:        azeventhubs.StartPositions{Default: azeventhubs.StartPosition{Earliest: to.Ptr(true)}}})
	check(err)
	running, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- processor.Run(running) }()
	for {
		partition := processor.NextPartitionClient(ctx)
		if partition == nil {
			panic(<-ended)
		}
		patience, cancel := context.WithTimeout(ctx, 2*time.Second)
		events, _ := partition.ReceiveEvents(patience, 10, nil)
		cancel()
		if len(events) > 0 {
			check(partition.UpdateCheckpoint(ctx, events[len(events)-1], nil))
			break
		}
	}
	stop()
	<-ended
	found, err := store.ListCheckpoints(ctx, "127.0.0.1", settings["EVENTHUB_NAME"], azeventhubs.DefaultConsumerGroup, nil)
	check(err)
	pages := blobs.NewListBlobsFlatPager(nil)
	names := []string{}
	for pages.More() {
		page, err := pages.NextPage(ctx)
		check(err)
		for _, blob := range page.Segment.BlobItems {
			names = append(names, *blob.Name)
		}
	}
	require(len(found) > 0 || strings.Contains(strings.Join(names, " "), "/checkpoint/"), "no checkpoint among %v", names)
}

func blobsAreWrittenLeasedListedAndRead() {
	credential, err := azblob.NewSharedKeyCredential(settings["STORAGE_ACCOUNT"], settings["STORAGE_KEY"])
	check(err)
	client, err := azblob.NewClientWithSharedKeyCredential(settings["BLOB_ENDPOINT"], credential, nil)
	check(err)
	name := "clients/" + run + "/large.bin"
	content := bytes.Repeat([]byte("0123456789abcdef"), 1<<20)
	_, err = client.UploadStream(ctx, "archive", name, bytes.NewReader(content), &azblob.UploadStreamOptions{BlockSize: 4 << 20})
	check(err)
	read, err := client.DownloadStream(ctx, "archive", name, nil)
	check(err)
	all, err := io.ReadAll(read.Body)
	check(err)
	require(bytes.Equal(all, content), "%d bytes came back", len(all))

	holder, err := lease.NewBlobClient(client.ServiceClient().NewContainerClient("archive").NewBlobClient(name), nil)
	check(err)
	_, err = holder.AcquireLease(ctx, 15, nil)
	check(err)
	_, err = client.DeleteBlob(ctx, "archive", name, nil)
	require(bloberror.HasCode(err, bloberror.LeaseIDMissing), "lease expected, not %v", err)
	_, err = holder.ReleaseLease(ctx, nil)
	check(err)

	prefix := "clients/" + run + "/"
	page, err := client.NewListBlobsFlatPager("archive", &azblob.ListBlobsFlatOptions{Prefix: &prefix}).NextPage(ctx)
	check(err)
	require(len(page.Segment.BlobItems) == 1 && *page.Segment.BlobItems[0].Name == name, "%v", page.Segment.BlobItems)
	_, err = client.DeleteBlob(ctx, "archive", name, nil)
	check(err)
	_, err = client.DownloadStream(ctx, "archive", name, nil)
	require(bloberror.HasCode(err, bloberror.BlobNotFound), "not found expected, not %v", err)
}

func main() {
	lines, err := os.ReadFile(os.Args[1])
	check(err)
	for _, line := range strings.Split(strings.TrimSpace(string(lines)), "\n") {
		name, value, _ := strings.Cut(line, "=")
		settings[name] = value
	}
	eventsComeBackAsTheyWereSent()
	fmt.Println("ok: events come back as they were sent")
	whatIsWrongIsRefusedByName()
	fmt.Println("ok: what is wrong is refused by name")
	aProcessorKeepsItsCheckpointsInBlobs()
	fmt.Println("ok: a processor keeps its checkpoints in blobs")
	blobsAreWrittenLeasedListedAndRead()
	fmt.Println("ok: blobs are written, leased, listed and read")
}
