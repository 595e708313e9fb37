"use strict";
// The function of an interruption handling, run as Azure runs it, on notes as Event Grid sends them.

const assert = require("node:assert");
const http = require("node:http");
const path = require("node:path");
const { after, before, beforeEach, test } = require("node:test");

const CODE = "../../main/resources/io/plumbline/azure/lower/replace-nodes.js";
const GROUP = "/subscriptions/s/resourceGroups/fleet/providers/Microsoft.Compute";
const UNIFORM = `${GROUP}/virtualMachineScaleSets/spot`;
const FLEXIBLE = `${GROUP}/virtualMachineScaleSets/mixed`;
const NODE = `${UNIFORM}/virtualMachines/3`;
const MACHINE = `${GROUP}/virtualMachines/mixed_7`;
const FAILING = "VirtualMachinePossiblyDegradedDueToHardwareFailure";
const NOTED = "2026-11-25T12:00:00Z";

let server;
let azure; // by id, what a GET answers
let calls; // whatever is no GET
let handle;

before(async () => {
  server = http.createServer((request, response) => {
    const url = new URL(request.url, "http://here");
    if (url.pathname === "/token") {
      const known = request.headers["x-identity-header"] === "secret";
      response.statusCode = known && url.searchParams.get("client_id") === "me" ? 200 : 400;
      response.end(JSON.stringify({ access_token: "pass" }));
      return;
    }
    assert.equal(request.headers.authorization, "Bearer pass");
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      const there = azure.get(url.pathname.toLowerCase());
      if (request.method !== "GET") {
        calls.push([request.method, url.pathname.toLowerCase(), body === "" ? null : JSON.parse(body)]);
        response.statusCode = 202;
        response.end();
      } else {
        response.statusCode = there === undefined ? 404 : there.status || 200;
        response.end(JSON.stringify(there || {}));
      }
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const here = `http://127.0.0.1:${server.address().port}`;
  process.env.MANAGEMENT = here;
  process.env.IDENTITY_ENDPOINT = `${here}/token`;
  process.env.IDENTITY_HEADER = "secret";
  process.env.AzureWebJobsStorage__clientId = "me";
  process.env.SCALE_SETS = `${UNIFORM}=4,${FLEXIBLE}=8`;
  handle = require(path.join(__dirname, CODE));
});

after(() => server.close());

beforeEach(() => {
  calls = [];
  azure = new Map();
  there(UNIFORM, { sku: { name: "Standard_NC64as_T4_v3", capacity: 4 } });
  there(FLEXIBLE, { sku: { name: "Standard_NC24ads_A100_v4", capacity: 8 } });
});

function there(id, document) {
  azure.set(id.toLowerCase(), document);
}

function noted(annotationName, targetResourceId) {
  const properties = { annotationName, targetResourceId, occurredTime: NOTED };
  return handle({ log() {} }, { data: { resourceInfo: { properties } } });
}

function since(time, code = "ProvisioningState/succeeded") {
  return { statuses: [{ code: "PowerState/running" }, { code, time }] };
}

test("brings a set back that has lost a node, and leaves whole ones alone", async () => {
  there(FLEXIBLE, { sku: { name: "Standard_NC24ads_A100_v4", capacity: 7 } });
  await noted("VirtualMachinePreempted", MACHINE);
  assert.deepEqual(calls, [
    ["PATCH", FLEXIBLE.toLowerCase(), { sku: { name: "Standard_NC24ads_A100_v4", capacity: 8 } }],
  ]);
});

test("asks again while the node is still there", async () => {
  there(MACHINE, { properties: {} });
  await assert.rejects(noted("VirtualMachinePreempted", MACHINE), /still there/);
  assert.deepEqual(calls, []);
});

test("leaves more nodes than the least as they are", async () => {
  there(UNIFORM, { sku: { capacity: 9 } });
  await noted("VirtualMachinePreempted", NODE);
  assert.deepEqual(calls, []);
});

test("moves a node of a uniform set off hardware that fails", async () => {
  there(NODE, { properties: {} });
  there(`${NODE}/instanceView`, since("2026-11-20T00:00:00Z"));
  await noted(FAILING, NODE);
  assert.deepEqual(calls, [["POST", `${NODE}/redeploy`.toLowerCase(), null]]);
});

test("moves a node of a flexible set, which says whose it is", async () => {
  there(MACHINE, { properties: { virtualMachineScaleSet: { id: FLEXIBLE.toUpperCase() } } });
  there(`${MACHINE}/instanceView`, since("2026-11-20T00:00:00Z"));
  await noted(FAILING, MACHINE);
  assert.deepEqual(calls, [["POST", `${MACHINE}/redeploy`.toLowerCase(), null]]);
});

test("moves nothing twice for one failure", async () => {
  there(NODE, { properties: {} });
  there(`${NODE}/instanceView`, since("2026-11-25T12:10:00Z"));
  await noted(FAILING, NODE);
  there(`${NODE}/instanceView`, since("2026-11-20T00:00:00Z", "ProvisioningState/updating"));
  await noted(FAILING, NODE);
  assert.deepEqual(calls, []);
});

test("moves no machine of anybody else", async () => {
  there(MACHINE, { properties: { virtualMachineScaleSet: { id: `${GROUP}/virtualMachineScaleSets/b` } } });
  await noted(FAILING, MACHINE);
  there(MACHINE, { properties: {} });
  await noted(FAILING, MACHINE);
  assert.deepEqual(calls, []);
});

test("does nothing about other notes", async () => {
  await noted("LiveMigrationSucceeded", NODE);
  assert.deepEqual(calls, []);
});

test("fails where Azure refuses, so that the note is sent again", async () => {
  there(UNIFORM, { status: 429 });
  await assert.rejects(noted("VirtualMachinePreempted", NODE), /429/);
});
