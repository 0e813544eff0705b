// Microsoft's JavaScript SDKs, and rhea as a plain AMQP 1.0 client, against the stand-ins: node clients.mjs pipeline-data/azure.env
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  EventHubBufferedProducerClient, EventHubConsumerClient, EventHubProducerClient, earliestEventPosition,
} from "@azure/event-hubs";
import { BlobCheckpointStore } from "@azure/eventhubs-checkpointstore-blob";
import { ContainerClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import rhea from "rhea";

const settings = Object.fromEntries(
  readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => line.split(/=(.*)/s)));
const hub = settings.EVENTHUB_NAME;
const connection = settings.EVENTHUBS_CONNECTION_STRING;
const options = { retryOptions: { maxRetries: 0 } };
const run = randomUUID();

const producer = (string = connection, name = hub) => new EventHubProducerClient(string, name, options);
const event = (body, properties = {}) => ({ body, properties: { run, ...properties } });

/** Events of this run, until there are enough of them. */
async function received(count, partitions = undefined, store = undefined, group = "$Default") {
  const client = new EventHubConsumerClient(group, `${connection};EntityPath=${hub}`, ...(store ? [store] : []), options);
  const events = [];
  let last;
  await new Promise((resolve, reject) => {
    const handlers = {
      processEvents: async (batch, context) => {
        last = context.lastEnqueuedEventProperties;
        events.push(...batch.filter((e) => e.properties?.run === run).map((e) => ({ partition: context.partitionId, ...e })));
        if (store && batch.length) await context.updateCheckpoint(batch.at(-1));
        if (events.length >= count) resolve();
      },
      processError: async (error) => reject(error),
    };
    const start = { startPosition: earliestEventPosition, trackLastEnqueuedEventProperties: true, maxWaitTimeInSeconds: 1 };
    partitions ? client.subscribe(partitions, handlers, start) : client.subscribe(handlers, start);
  });
  await client.close();
  return { events, last };
}

async function refused(code, text, call) {
  await assert.rejects(call, (error) => {
    assert.equal(error.code, code);
    assert.match(error.message, text);
    return true;
  });
}

async function eventsComeBackAsTheyWereSent() {
  const client = producer();
  const bodies = ["text", { list: [1, 2.5, null] }, Buffer.from([0, 255])];
  const batch = await client.createBatch({ partitionId: "2" });
  bodies.forEach((body, row) =>
    assert(batch.tryAdd({ ...event(body, { row, even: row % 2 === 0 }), contentType: "a/b", messageId: `m${row}` })));
  await client.sendBatch(batch);
  await client.sendBatch([{ body: [1, 2], bodyType: "sequence", applicationProperties: { run } }], { partitionId: "2" });
  const { events, last } = await received(4, "2");
  assert.deepEqual(events.map((e) => e.body), [...bodies, [1, 2]]);
  assert.deepEqual(events.slice(0, 3).map((e) => [e.properties.row, e.properties.even, e.contentType, e.messageId]),
    [[0, true, "a/b", "m0"], [1, false, "a/b", "m1"], [2, true, "a/b", "m2"]]);
  assert.deepEqual(events.map((e) => e.sequenceNumber - events[0].sequenceNumber), [0, 1, 2, 3]);
  const now = await client.getPartitionProperties("2");
  assert.equal(last.sequenceNumber, now.lastEnqueuedSequenceNumber);
  assert.equal(last.offset, now.lastEnqueuedOffset);
  await client.close();
}

async function aBufferedProducerAndTheHubChooseTheSamePartition() {
  const keys = ["a", "schlüssel", "日本語", "😀"];
  const failures = [];
  const buffered = new EventHubBufferedProducerClient(connection, hub,
    { ...options, onSendEventsErrorHandler: async (failure) => failures.push(failure.error) });
  for (const key of keys) await buffered.enqueueEvent(event("buffered", { key }), { partitionKey: key });
  await buffered.flush();
  await buffered.close();
  const client = producer();
  for (const key of keys) await client.sendBatch([event("plain", { key })], { partitionKey: key });
  await client.close();
  assert.deepEqual(failures, []);
  const { events } = await received(4 + 2 * keys.length);
  for (const key of keys) {
    assert.equal(new Set(events.filter((e) => e.properties.key === key).map((e) => e.partition)).size, 1, key);
  }
}

async function whatIsWrongIsRefusedByName() {
  await refused("UnauthorizedError", /^InvalidSignature:/, () =>
    producer(connection.replace("SharedAccessKey=", "SharedAccessKey=wrong")).getEventHubProperties());
  await refused("MessagingEntityNotFoundError", /'nowhere' could not be found/, () => producer(connection, "nowhere").getPartitionIds());
  await refused("ArgumentOutOfRangeError", /between 0 and/, () => producer().getPartitionProperties("99"));
  await refused("ArgumentOutOfRangeError", /between 0 and/, () => producer().sendBatch([event("lost")], { partitionId: "99" }));
  await refused("MessageTooLargeError", /1048576 bytes/, () => producer().sendBatch([event(Buffer.alloc(1 << 21))]));
  await refused("MessagingEntityNotFoundError", /ConsumerGroups\/nobody/, () => received(1, "0", undefined, "nobody"));
}

async function checkpointsLieInBlobs() {
  const container = new ContainerClient(`${settings.BLOB_ENDPOINT}/hot`,
    new StorageSharedKeyCredential(settings.STORAGE_ACCOUNT, settings.STORAGE_KEY));
  const store = new BlobCheckpointStore(container);
  await received(1, undefined, store);
  const checkpoints = await store.listCheckpoints("127.0.0.1", hub, "$Default");
  assert(checkpoints.length > 0 && checkpoints.every((c) => c.sequenceNumber >= 0), JSON.stringify(checkpoints));
}

/** Frames of 512 bytes, unsettled deliveries, credit given by hand, and a drain. */
async function aPlainClientSendsAndReceives() {
  const [, host, port] = /\/\/([^:]+):(\d+)/.exec(connection);
  const key = /SharedAccessKeyName=([^;]+);SharedAccessKey=([^;]+)/.exec(connection);
  const link = rhea.create_container().connect(
    { host, port, username: key[1], password: key[2], max_frame_size: 512, reconnect: false });
  const body = Buffer.alloc(100_000, "x");
  const got = [];
  await new Promise((resolve, reject) => {
    const sender = link.open_sender({ target: `${hub}/Partitions/3`, snd_settle_mode: 0, rcv_settle_mode: 1 });
    sender.once("sendable", () => ["one", "two", "three"].forEach((name) =>
      sender.send({ body: rhea.message.data_section(body), application_properties: { run, name }, footer: { f: 1 } })));
    let accepted = 0;
    sender.on("accepted", () => {
      if (++accepted < 3) return;
      const receiver = link.open_receiver({ credit_window: 0, autoaccept: false, snd_settle_mode: 0, rcv_settle_mode: 1,
        source: { address: `${hub}/ConsumerGroups/$Default/Partitions/3`, filter: rhea.filter.selector("amqp.annotation.x-opt-offset > '-1'") } });
      receiver.on("message", ({ message, delivery }) => {
        if (message.application_properties?.run === run && message.application_properties.name) got.push(message);
        delivery.accept();
      });
      receiver.on("receiver_drained", resolve);
      receiver.on("receiver_error", () => reject(receiver.error));
      receiver.drain = true;
      receiver.add_credit(1000);
    });
    sender.on("rejected", ({ delivery }) => reject(delivery.remote_state.error));
    link.on("disconnected", () => reject(new Error("disconnected")));
  });
  link.removeAllListeners("disconnected");
  link.close();
  assert.deepEqual(got.map((message) => message.application_properties.name), ["one", "two", "three"]);
  assert(got.every((message) => message.body.content.equals(body) && message.footer.f === 1));
}

for (const check of [eventsComeBackAsTheyWereSent, aBufferedProducerAndTheHubChooseTheSamePartition,
  whatIsWrongIsRefusedByName, checkpointsLieInBlobs, aPlainClientSendsAndReceives]) {
  await check();
  console.log("ok:", check.name.replace(/[A-Z]/g, (letter) => " " + letter.toLowerCase()));
}
process.exit(0);
