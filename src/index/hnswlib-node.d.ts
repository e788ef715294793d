/**
 * What is used of hnswlib-node. Its own types come with it, and it is optional: where it could not be installed, for want
 * of a compiler, this program must compile all the same.
 */
declare module 'hnswlib-node' {
  export class HierarchicalNSW {
    constructor(space: 'l2' | 'ip' | 'cosine', dimensions: number)
    initIndex(options: { maxElements: number; m?: number; efConstruction?: number; randomSeed?: number }): void
    addPoint(point: number[], label: number): void
    setEf(candidates: number): void
    getCurrentCount(): number
    searchKnn(point: number[], neighbours: number): { distances: number[]; neighbors: number[] }
    readIndex(file: string): Promise<boolean>
    writeIndex(file: string): Promise<boolean>
  }
}
